// npm run bench: first checks that all contestants compute the same losses, then times them in turns, in
// one run, on real data. docs/performance.md says what is measured and how.
// Usage: npm run bench -- [--rounds 9] [--only engine --only PyTorch] [--skip-networks]
//   [--skip-evaluation] [--skip-kernels] [--skip-site] [--json]
// --json writes bench/results/latest.json and the tables of docs/performance.md.
import { parseBenchOptions } from "./benchOptions.js";
import { warnOfLoad } from "./busyShare.js";
import { type Arena, openArena } from "./browser/arena.js";
import type { Entry } from "./contestant.js";
import { allEntries, enginesAndPytorch } from "./entries.js";
import { type NetworkTimes, ratioGoals } from "./goals.js";
import { measureKernels } from "./kernels/measureKernels.js";
import { measureEvaluation } from "./measureEvaluation.js";
import { type BenchNetwork, originalNetwork, otherNetworks } from "./networks.js";
import { reportMarkdown } from "./resultTables.js";
import { measureFirstLoss } from "./site/measureFirstLoss.js";
import { measureLiveFigures } from "./site/measureLiveFigures.js";
import { openSite } from "./site/openSite.js";
import { summarize, type Times } from "./summarize.js";
import { timeInTurns } from "./timeInTurns.js";
import { verifyLosses } from "./verifyLosses.js";
import { describeMachine, writeReport } from "./writeReport.js";
import { readDataset } from "../data-loaders/readDataset.js";
import type { BenchReport } from "../src/lib/reports/benchReport.js";
import { defaultHyperparameters, type Hyperparameters } from "../src/lib/run/hyperparameters.js";
import { batchesPerEpoch, type Run } from "../src/lib/run/run.js";
import * as tf from "../src/lib/network/tf.js";
import { newRun } from "../src/training/worker/newRun.js";

/** Ten times the recipe's, so that a wrong gradient shows in the losses after a few steps. */
const VERIFIED_RATE = 0.01;

const args = process.argv.slice(2);
const options = parseBenchOptions(args);
const { rounds } = options;
await warnOfLoad();
const { dropoutRate } = defaultHyperparameters;
tf.enableProdMode(); // no advice to install tfjs for Node, where it only makes the networks
const dataset = await readDataset();
const arena = await openArena(dataset);

const original = originalNetwork(dropoutRate);
const run = await startOf(original, dropoutRate);
const perEpoch = batchesPerEpoch(defaultHyperparameters);

// First what would fail if the site or the engine had changed under it.
const parts: Partial<BenchReport> = {
  ...(options.site && (await measureSite(arena))),
  ...(options.kernels && (await measureKernels(arena, run, rounds))),
  ...(options.evaluation && { evaluationMs: await measureEvaluation(arena, run, rounds) }),
};
const times = await race(original, allEntries(arena));
const networks: NetworkTimes[] = [];
for (const network of options.networks ? otherNetworks(dropoutRate) : []) {
  const entries = enginesAndPytorch(arena, network.weight);
  networks.push({ network: network.name, times: await race(network, entries) });
}
await arena.close();

const report: BenchReport = {
  machine: describeMachine(arena.browser.version()),
  date: new Date().toISOString(),
  command: ["npm run bench --", ...args.map(quoted)].join(" "),
  rows: summarize(times, perEpoch),
  networks: networks.map(({ network, times }) => ({ network, rows: summarize(times, perEpoch) })),
  ratios: ratioGoals(times, networks),
  ...parts,
};
process.stdout.write(`${reportMarkdown(report)}\n`);
if (options.json) writeReport(report);

/** As it must be typed. */
function quoted(argument: string): string {
  return argument.includes(" ") ? `"${argument}"` : argument;
}

/** Verifies, then times. */
async function race(network: BenchNetwork, entries: readonly Entry[]): Promise<Times[]> {
  const { only } = options;
  const wanted = entries.filter(
    ({ name }) => only.length === 0 || only.some((start) => name.startsWith(start)),
  );
  console.error(`${network.name}: do all compute the same losses?`);
  const verified = await startOf(network, 0, { learningRate: VERIFIED_RATE });
  const sound = await verifyLosses(wanted, { dataset, run: verified });
  return timeInTurns(sound, { dataset, run: await startOf(network, dropoutRate) }, rounds);
}

/** A run of the network that has not begun, with another dropout. */
function startOf(
  { topology }: BenchNetwork,
  rate: number,
  others: Partial<Hyperparameters> = {},
): Promise<Run> {
  const withRate = topology.replaceAll(/"rate":[\d.]+/g, `"rate":${rate}`);
  return newRun({ ...defaultHyperparameters, ...others, dropoutRate: rate }, withRate);
}

async function measureSite(arena: Arena): Promise<Partial<BenchReport>> {
  const site = await openSite(arena.browser);
  if (!site) return {};
  const firstLossMs = await measureFirstLoss(site, rounds);
  const liveFigures = await measureLiveFigures(arena.browser, site, rounds);
  await site.close();
  return { firstLossMs, liveFigures };
}
