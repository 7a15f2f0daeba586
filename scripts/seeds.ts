// npm run seeds: the original's whole recipe once a seed, with the engine, and with PyTorch where a
// python3 has it. What is in the file already is not run again, so that it may be stopped at any time.
// Usage: npm run seeds -- [--seeds 1,2,3,4,5] [--epochs 30] [--pytorch 3] [--again]
//   [--out src/reference/seeds.json]
// --pytorch says how many of the seeds, from the first, PyTorch takes as well. Besides the JSON it
// fills the table between the marks <!-- seeds --> and <!-- /seeds --> of docs/performance.md.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { pytorchRuns } from "./seeds/pytorchRuns.js";
import { runEngine } from "./seeds/runEngine.js";
import { openSeedFile, SEED_FILE } from "./seeds/seedFile.js";
import { parseSeeds, seedOptions } from "./seeds/seedOptions.js";
import { seedTable } from "./seeds/seedTable.js";
import { sideBySide } from "./seeds/sideBySide.js";
import { replaceMarked } from "./replaceMarked.js";
import type { SeedRun } from "../src/lib/reports/seedReport.js";

const AT_ONCE = 2;
const DOCUMENT = "docs/performance.md";

const { values } = parseArgs({ options: seedOptions });
const { seeds, epochs, pytorchSeeds } = parseSeeds(values);
const file = openSeedFile(values.out, {
  epochs,
  again: values.again,
  machine: `${cpus()[0]?.model ?? "?"}, Node ${process.versions.node}`,
  command: ["npm run seeds --", ...process.argv.slice(2)].join(" "),
});
const pytorch = await pytorchRuns(pytorchSeeds.length > 0);

const jobs = [
  ...seeds.map((seed) => ({ seed, who: "engine" as const, run: runEngine })),
  ...(pytorch ? pytorchSeeds : []).map((seed) => ({
    seed,
    who: "pytorch" as const,
    run: pytorch!.run,
  })),
].filter(({ who, seed }) => !file.has(who, seed));

function tell(who: string, { seed, loss, testAccuracy, seconds }: SeedRun): void {
  console.log(
    `${who}, seed ${seed}: loss ${loss.toFixed(4)}, test accuracy ` +
      `${(100 * testAccuracy).toFixed(2)} %, ${seconds.toFixed(0)} s`,
  );
}

try {
  await sideBySide(
    jobs.map(({ who, seed, run }) => async () => {
      const result = await run({ seed, epochs });
      file.add(who, result);
      tell(who, result);
    }),
    AT_ONCE,
  );
} finally {
  pytorch?.close();
}
const table = seedTable(file.report);
console.log(`\n${table}`);
if (values.out === SEED_FILE && existsSync(DOCUMENT)) {
  const document = readFileSync(DOCUMENT, "utf8");
  if (document.includes("<!-- seeds -->")) {
    writeFileSync(DOCUMENT, replaceMarked(document, "seeds", table));
  }
}
