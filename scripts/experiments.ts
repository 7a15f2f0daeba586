// npm run experiments: the plan of scripts/experiments/, variants × epochs × seeds. Each finished run is a file of its
// own in src/reference/experiments/, and is not made again; Ctrl-C ends the plan and loses the run under way. At the end
// the summary is written that the page shows.
// Usage: npm run experiments -- [--only mirror,original] [--epochs 10] [--seeds 1,2] [--limit 3] [--minutes 60]
//   [--verify] [--summarize] [--out src/reference/experiments]
// --limit and --minutes end it between two runs. --verify trains again what has been run, on this machine, and says
// whether the weights are the same to the bit; it ends with 1 if they are not. --summarize runs nothing.
import { join } from "node:path";
import { conductPlan } from "./experiments/conductPlan.js";
import { chosenRuns, parseExperimentOptions } from "./experiments/experimentOptions.js";
import { expandPlan, plan } from "./experiments/plan.js";
import { readResults, SUMMARY, writeWhole } from "./experiments/resultFile.js";
import { summarizeExperiments } from "./experiments/summarizeExperiments.js";
import { summaryLines } from "./experiments/summaryLines.js";
import { sharedTestImages } from "./labels/duplicates.js";
import { readDataset } from "../data-loaders/readDataset.js";
import { TrainingControl } from "../src/training/loop/control.js";

const print = (line: string) => {
  console.log(line);
};

try {
  const options = parseExperimentOptions(process.argv.slice(2), plan);
  const runs = expandPlan(plan);
  const results = readResults(options.folder, runs);
  const dataset = await readDataset();
  const control = new TrainingControl();
  process.once("SIGINT", () => {
    print("Ending: the run under way is left out. Once more ends at once.");
    control.stop();
  });
  if (!options.summarize) {
    const conduct = { options, results, dataset, control, print };
    const different = await conductPlan(chosenRuns(runs, options), conduct);
    if (different.length > 0) process.exitCode = 1;
  }
  const shared = sharedTestImages(dataset.train, dataset.test);
  const report = summarizeExperiments(plan, results, { ...dataset, shared });
  writeWhole(join(options.folder, SUMMARY), report);
  summaryLines(report).forEach(print);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
