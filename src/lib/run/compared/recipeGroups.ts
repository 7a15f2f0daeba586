// Runs that differ in the seed alone, together; and two such groups set against each other.
import { heldOutSet } from "../heldOut/heldOut.js";
import { judgedRun } from "./judgedRun.js";
import { describeVerdict, pairedVerdict } from "./pairedVerdict.js";
import { layerDifferences } from "./layerDifferences.js";
import type { Run } from "../run.js";
import { defaultConfiguration, networkName } from "../runConfiguration.js";
import { runDifferences } from "./runDifferences.js";

/** In the order in which they came. */
export function recipeGroups(runs: readonly Run[]): Run[][] {
  const groups: Run[][] = [];
  for (const run of runs) {
    const own = groups.find(([first]) => recipeDifferences(first!, run).length === 0);
    if (own) own.push(run);
    else groups.push([run]);
  }
  return groups;
}

/**
 * What two groups of runs say of the one thing in which they differ, in Spanish; or what is missing for that.
 * @param labels of the test images
 * @param baseId of a run of the group that the other one is told against; else the first
 */
export function compareGroups(runs: readonly Run[], labels: Uint8Array, baseId: string): string {
  const finished = runs.filter(({ status }) => status === "finished");
  const groups = recipeGroups(finished);
  if (groups.length !== 2)
    return "Para un veredicto, marca entrenamientos terminados de dos recetas que difieran en una sola cosa, con las mismas semillas: por ejemplo, tres y tres.";
  const isBase = (group: readonly Run[]) => group.some(({ id }) => id === baseId);
  const [before, after] = groups.toSorted((a, b) => Number(isBase(b)) - Number(isBase(a)));
  const changes = recipeDifferences(before![0]!, after![0]!);
  if (changes.length > 1)
    return `Las dos recetas difieren en ${changes.length} cosas (${changes.join("; ")}), y no se sabría cuál ha sido.`;
  const [set, other] = [before!, after!].map(([run]) => heldOutSet(run!.hyperparameters));
  if (set !== other)
    return "Una receta se juzga por la validación y la otra por la prueba: sus cifras no se pueden comparar.";
  const judged = [before!, after!].map((group) =>
    group.flatMap((run) => judgedRun(run, labels) ?? []),
  );
  const verdict = pairedVerdict(judged[0]!, judged[1]!);
  if (!verdict) return "Las dos recetas no tienen ninguna semilla en común: no hay parejas.";
  return describeVerdict(verdict, { change: changes[0]!, set: set! });
}

/** Without that of the seed; another network is one thing, however many of its layers are others. */
function recipeDifferences(base: Run, other: Run): string[] {
  const { topology, network, hyperparameters } = base;
  const { seed } = hyperparameters;
  const alike = { ...other, topology, hyperparameters: { ...other.hyperparameters, seed } };
  if (network !== undefined) alike.network = network;
  return [...networkDifference(base, other), ...runDifferences(base, alike)];
}

function networkDifference(base: Run, other: Run): string[] {
  const [from, to] = [base, other].map(({ network = defaultConfiguration.network }) => network);
  if (from !== to) return [`red ${networkName(from!)} → ${networkName(to!)}`];
  const layers = layerDifferences(base, other);
  return layers.length === 0 ? [] : [layers.join(", ")];
}
