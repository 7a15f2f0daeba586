// npm test: types, format, lint and a second build while the site is built without a network and its modules are tested; then
// the built site in real browsers. A lane stops at its first failure, and the next stage is not begun. Ends with what took the time.
// TEST_RESULTS names the folder that keeps Vitest's results, one file a run.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runLane, type Step } from "./testing/runLane.js";
import { readResults, slowestTable } from "./testing/slowestTests.js";

process.env.TEST_RESULTS ??= mkdtempSync(join(tmpdir(), "test-results-"));

/** One after the other; the lanes of one stage side by side, the steps of a lane again one after the other. */
const stages: Step[][][] = [
  [
    [
      { name: "build", script: "build:offline" },
      { name: "unit tests", script: "test:unit" },
    ],
    [
      { name: "types, format, lint", script: "check:static" },
      { name: "second build", script: "build:again" },
    ],
  ],
  [[{ name: "site tests", script: "test:site" }]],
];

const times: string[] = [];
for (const stage of stages) {
  const lanes = await Promise.all(stage.map((lane, index) => runLane(lane, { aside: index > 0 })));
  const ended = lanes.flat();
  times.push(...ended.map(({ name, seconds }) => `${name} ${seconds.toFixed(0)} s`));
  process.exitCode = ended.find(({ status }) => status !== 0)?.status ?? 0;
  if (process.exitCode !== 0) break;
}
console.log(`\n${slowestTable(readResults(process.env.TEST_RESULTS))}\n\n${times.join(" · ")}`);
