// npm test: types, format and lint while the site is built without a network; then the unit tests; then the
// built site in real browsers. Stops at the first failure. Ends with what took the time.
// TEST_RESULTS names the folder that keeps Vitest's results, one file a run.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runStep, type Step } from "./testing/runStep.js";
import { readResults, slowestTable } from "./testing/slowestTests.js";

process.env.TEST_RESULTS ??= mkdtempSync(join(tmpdir(), "test-results-"));

/** One after the other; those of one line side by side, the build being a process of one core. */
const stages: Step[][] = [
  [
    { name: "types, format, lint", script: "check:static" },
    { name: "build", script: "build:offline" },
  ],
  [{ name: "unit tests", script: "test:unit" }],
  [{ name: "site tests", script: "test:site" }],
];

const times: string[] = [];
for (const stage of stages) {
  const ended = await Promise.all(stage.map((step, index) => runStep(step, { aside: index > 0 })));
  times.push(...ended.map(({ name, seconds }) => `${name} ${seconds.toFixed(0)} s`));
  process.exitCode = ended.find(({ status }) => status !== 0)?.status ?? 0;
  if (process.exitCode !== 0) break;
}
console.log(`\n${slowestTable(readResults(process.env.TEST_RESULTS))}\n\n${times.join(" · ")}`);
