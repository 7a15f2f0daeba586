// npm run bench: first checks that all contestants compute the same losses, then times them in turns, in
// one run, on real data. docs/performance.md says what is measured and how.
// Usage: npm run bench -- [--rounds 9] [--only engine --only PyTorch] [--network original]
//   [--skip-networks] [--skip-evaluation] [--skip-kernels] [--skip-site] [--json]
// --json writes bench/results/latest.json and the tables of docs/performance.md.
import { parseBenchOptions, startsWithOneOf } from "./benchOptions.js";
import { warnOfLoad } from "./busyShare.js";
import { type Arena, openArena } from "./browser/arena.js";
import { contestantNames } from "./contestantNames.js";
import { allEntries, enginesAndPytorch, enginesOn } from "./entries.js";
import { findPytorches } from "./findPytorches.js";
import { ratioGoals } from "./goals.js";
import { measureKernels } from "./kernels/measureKernels.js";
import { measureEvaluation } from "./measureEvaluation.js";
import { type BenchNetwork, networkNames, originalNetwork, otherNetworks } from "./networks.js";
import { reportMarkdown } from "./resultTables.js";
import { measureFirstLoss } from "./site/measureFirstLoss.js";
import { measureLiveFigures } from "./site/measureLiveFigures.js";
import { openSite } from "./site/openSite.js";
import { summarize, type Times } from "./summarize.js";
import { timeInTurns } from "./timeInTurns.js";
import { verifyLosses } from "./verifyLosses.js";
import { describeMachine, writeReport } from "./writeReport.js";
import { readDataset } from "../data-loaders/readDataset.js";
import type { BenchReport, NetworkRace } from "../src/lib/reports/benchReport.js";
import { defaultHyperparameters, type Hyperparameters } from "../src/lib/run/hyperparameters.js";
import { batchesPerEpoch, type Run } from "../src/lib/run/run.js";
import * as tf from "../src/lib/network/tf.js";
import { newRun } from "../src/training/worker/newRun.js";

/** Whose evaluation is timed. */
const EVALUATED: readonly string[] = [networkNames.original, networkNames.wide];

type Alone = Pick<BenchReport, "kernels" | "peakGflops" | "evaluationMs">;

const args = process.argv.slice(2);
const options = parseBenchOptions(args);
const { rounds } = options;
await warnOfLoad();
const { dropoutRate } = defaultHyperparameters;
tf.enableProdMode(); // no advice to install tfjs for Node, where it only makes the networks
const dataset = await readDataset();
const field = { arena: await openArena(dataset), pytorches: findPytorches() };
const original = originalNetwork(dropoutRate);
const networks = [original, ...(options.networks ? otherNetworks(dropoutRate) : [])].filter(
  ({ name }) => startsWithOneOf(name, options.network),
);

// First what would fail if the site or the engine had changed under it.
const site = options.site ? await measureSite(field.arena) : {};
const alone: Alone[] = [];
for (const network of networks) alone.push(await measureAlone(network));
const times: Times[][] = [];
for (const network of networks) times.push(await race(network));
await field.arena.close();

const races = networks.map(({ name, batchSize }, i): NetworkRace => {
  const { kernels, evaluationMs } = alone[i]!;
  return {
    network: name,
    batchSize,
    rows: summarize(times[i]!, batchesPerEpoch({ ...defaultHyperparameters, batchSize })),
    ...(kernels && { kernels }),
    ...(evaluationMs && { evaluationMs }),
  };
});
const isOriginal = ({ network }: { network: string }) => network === networkNames.original;
const own = races.find(isOriginal);
const peaks = alone.flatMap(({ peakGflops }) => peakGflops ?? []);
const report: BenchReport = {
  machine: describeMachine(field.arena.browser.version()),
  date: new Date().toISOString(),
  command: ["npm run bench --", ...args.map(quoted)].join(" "),
  rows: own?.rows ?? [],
  networks: races.filter((race) => !isOriginal(race)),
  ratios: ratioGoals(networks.map(({ name }, i) => ({ network: name, times: times[i]! }))),
  ...site,
  ...(own?.evaluationMs && { evaluationMs: own.evaluationMs }),
  ...(own?.kernels && { kernels: own.kernels }),
  ...(peaks.length > 0 && { peakGflops: Math.max(...peaks) }),
};
process.stdout.write(`${reportMarkdown(report)}\n`);
if (options.json) writeReport(report);

/** As it must be typed. */
function quoted(argument: string): string {
  return argument.includes(" ") ? `"${argument}"` : argument;
}

/** What is measured of the engine without the others. */
async function measureAlone(network: BenchNetwork): Promise<Alone> {
  const run = await startOf(network, dropoutRate);
  const { arena } = field;
  const { weight } = network;
  const isEvaluated = options.evaluation && EVALUATED.includes(network.name);
  return {
    ...(options.kernels && (await measureKernels(arena, { run, weight }, rounds))),
    ...(isEvaluated && { evaluationMs: await measureEvaluation(arena, run, rounds) }),
  };
}

/** Verifies, then times. */
async function race(network: BenchNetwork): Promise<Times[]> {
  const entries =
    network === original ? allEntries(field, network) : enginesAndPytorch(field, network);
  const wanted = entries.filter(({ name }) => startsWithOneOf(name, options.only));
  console.error(`${network.name}: do all compute the same losses?`);
  const { learningRate, tolerance } = network.verified;
  const verified = await startOf(network, 0, { learningRate });
  const sound = await verifyLosses(wanted, { dataset, run: verified }, tolerance);
  if (network.name === networkNames.normalized) {
    const task = { dataset, run: await startOf(original, dropoutRate) };
    sound.push(...enginesOn(field.arena, { task, name: contestantNames.engineOnOriginal }));
  }
  return timeInTurns(sound, { dataset, run: await startOf(network, dropoutRate) }, rounds);
}

/** A run of the network that has not begun, with another dropout. */
function startOf(
  { topology, batchSize }: BenchNetwork,
  rate: number,
  others: Partial<Hyperparameters> = {},
): Promise<Run> {
  const withRate = topology.replaceAll(/"rate":[\d.]+/g, `"rate":${rate}`);
  const values = { ...defaultHyperparameters, ...others, batchSize, dropoutRate: rate };
  return newRun(values, withRate);
}

async function measureSite(arena: Arena): Promise<Partial<BenchReport>> {
  const opened = await openSite(arena.browser);
  if (!opened) return {};
  const firstLossMs = await measureFirstLoss(opened, rounds);
  const liveFigures = await measureLiveFigures(arena.browser, opened, rounds);
  await opened.close();
  return { firstLossMs, liveFigures };
}
