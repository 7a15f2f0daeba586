// npm run limits: how the reference run, and a run of the same recipe with data augmentation, bear changed images, and how
// little fools them; written where the page reads it. Takes some minutes, one of them to train. Seeds fix every figure.
// Usage: npm run limits -- [--epochs 30] [--fooled 1000] [--out src/reference/limits.json]
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { trainInNode } from "./answers/trainInNode.js";
import { measureNetwork } from "./limits/measureNetwork.js";
import { readDataset } from "../data-loaders/readDataset.js";
import { countClasses } from "../src/lib/dataset/dataset.js";
import { decodeReferenceRun, type ReferenceRunJson } from "../src/lib/files/referenceRun.js";
import type { LimitsReport } from "../src/lib/reports/limitsReport.js";

/** As the page's link asks for it. */
const AUGMENTATION = { flip: true, shift: 2, erasing: 0.25 };

const { values } = parseArgs({
  options: {
    epochs: { type: "string", default: "30" },
    fooled: { type: "string", default: "1000" },
    out: { type: "string", default: "src/reference/limits.json" },
  },
});
const dataset = await readDataset();
const reference = decodeReferenceRun(
  JSON.parse(readFileSync("src/reference/run.json", "utf8")) as ReferenceRunJson,
  readFileSync("src/reference/weights.safetensors"),
);
const augmented = await trainInNode(dataset, { epochs: Number(values.epochs), ...AUGMENTATION });
const options = { test: dataset.test, fooled: Number(values.fooled) };
const report: LimitsReport = {
  machine: `${cpus()[0]?.model ?? "?"}, Node ${process.versions.node}`,
  date: new Date().toISOString(),
  command: ["npm run limits --", ...process.argv.slice(2)].join(" "),
  classCounts: countClasses(dataset.test),
  networks: [
    await measureNetwork(reference, { id: "reference", ...options }),
    await measureNetwork(augmented, { id: "augmented", ...options }),
  ],
};
writeFileSync(values.out, `${JSON.stringify(report)}\n`);
console.log(`${values.out} written`);
