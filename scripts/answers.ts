// npm run answers: measures what the answers under each «Prueba tú» say, and writes it where the pages
// read it. Takes some minutes: the whole recipe three times. Seeds fix every figure.
// Usage: npm run answers -- [--epochs 30] [--out src/reference/answers.json]
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { earlyStopping } from "./answers/earlyStopping.js";
import { rateCurve } from "./answers/rateCurves.js";
import { firstStep, shortTraining } from "./answers/shortTrainings.js";
import { sweepAnswer } from "./answers/sweepAnswer.js";
import { untrained } from "./answers/untrained.js";
import { firstAndLastEpoch, withoutConvolution, withoutDropout } from "./answers/wholeTrainings.js";
import { readDataset } from "../data-loaders/readDataset.js";
import type { AnswersReport } from "../src/lib/reports/answersReport.js";

const { values } = parseArgs({
  options: {
    epochs: { type: "string", default: "30" },
    out: { type: "string", default: "src/reference/answers.json" },
  },
});
const epochs = Number(values.epochs);
const dataset = await readDataset();

const rates = await inOrder([0.001, 0.01, 10], (rate) => shortTraining(dataset, rate));
const { original, firstEpoch, lastEpoch } = await firstAndLastEpoch(dataset, epochs);
const report: AnswersReport = {
  machine: `${cpus()[0]?.model ?? "?"}, Node ${process.versions.node}`,
  date: new Date().toISOString(),
  command: ["npm run answers --", ...process.argv.slice(2)].join(" "),
  firstStep: await firstStep(dataset, [0.001, 0.01, 0.1, 1, 10]),
  untrained: await untrained(dataset, { seeds: [1, 2, 3], count: 100 }),
  rates,
  rateCurves: await inOrder([0.0001, 0.001, 0.01, 0.1, 1], (rate) => rateCurve(dataset, rate)),
  earlyStopping: await earlyStopping(dataset),
  sweeps: [
    await sweepAnswer(dataset, { name: "learningRate", values: [0.003, 0.01] }),
    await sweepAnswer(dataset, { name: "dropoutRate", values: [0.3, 0.4] }),
    await sweepAnswer(dataset, { name: "dropoutRate", values: [0.3, 0.4] }, { learningRate: 0.01 }),
  ],
  dropout: [original, await withoutDropout(dataset, epochs)],
  dense: await withoutConvolution(dataset, epochs),
  firstEpoch,
  lastEpoch,
};
writeFileSync(values.out, `${JSON.stringify(report, null, 2)}\n`);
console.log(`${values.out} written`);

/** One after the other. */
async function inOrder<T, U>(items: readonly T[], make: (item: T) => Promise<U>): Promise<U[]> {
  const made: U[] = [];
  for (const item of items) made.push(await make(item));
  return made;
}
