// A sweep: the same recipe with every combination of a few values, each with several seeds. Plain data,
// kept in IndexedDB: its runs are ordinary runs whose ids are known from the beginning, so that what is
// done and what is left follows from which of them exist.
import {
  type Hyperparameters,
  hyperparameterProblems,
  type HyperparameterValue,
} from "../run/hyperparameters.js";
import {
  configuredTopology,
  defaultConfiguration,
  OWN_NETWORK,
  type RunConfiguration,
} from "../run/runConfiguration.js";
import { axisNames, type SweepAxis, sweptNetworks } from "./sweepAxis.js";

export interface SweepPlan {
  /** What is common to all the runs. */
  base: Hyperparameters;
  /** One or two. */
  axes: SweepAxis[];
  seeds: number[];
  /** The id of the network that the runs train, as a run has it, where it is no axis. */
  network?: string;
  /** tf.layers' JSON of the reader's own network as it was planned; its dropout is its own. */
  topology?: string;
}

export interface Sweep extends SweepPlan {
  id: string;
  createdAt: number;
  status: "running" | "paused" | "cancelled" | "finished";
  /** In the order in which they are trained. */
  runIds: string[];
}

/** A training takes minutes, and each run is saved: more would be a night's work, and fill the store. */
const MOST_SWEEP_RUNS = 60;

/** What each run is made from: all the seeds of a combination, then the next one. */
export function expandSweep(plan: SweepPlan): RunConfiguration[] {
  const { base, axes, seeds } = plan;
  const combinations = axes.reduce<Record<string, HyperparameterValue>[]>(
    (list, { name, values }) =>
      list.flatMap((combination) => values.map((value) => ({ ...combination, [name]: value }))),
    [{}],
  );
  return combinations.flatMap(({ network = sweepNetwork(plan), ...values }) =>
    seeds.map((seed) => ({
      network: String(network),
      hyperparameters: { ...base, ...values, seed },
    })),
  );
}

/** The id of the sweep's network; one planned before there was a choice has the reader's or none. */
export function sweepNetwork({ network, topology }: SweepPlan): string {
  return network ?? (topology === undefined ? defaultConfiguration.network : OWN_NETWORK);
}

/** tf.layers' JSON of the network that one of the runs trains; undefined for the original's. */
export function sweepTopology(
  { axes, topology }: SweepPlan,
  configuration: RunConfiguration,
): string | undefined {
  const isTried = axes.some(({ name }) => name === "network");
  const own = isTried ? undefined : topology;
  return own ?? configuredTopology(configuration, own);
}

/** What is wrong with the plan, in Spanish, each thing once; empty if it can be trained. */
export function sweepProblems(plan: SweepPlan): string[] {
  const { axes, seeds } = plan;
  const problems: string[] = [];
  if (axes.length < 1 || axes.length > 2) problems.push("Elige uno o dos hiperparámetros.");
  if (axes.some(({ name }) => !axisNames.includes(name))) problems.push("Eso no se puede barrer.");
  if (axes[0] && axes[0].name === axes[1]?.name)
    problems.push("Elige dos hiperparámetros distintos.");
  if (plan.topology !== undefined && axes.some(({ name }) => name === "dropoutRate"))
    problems.push("Con tu red no se puede cambiar el dropout: va escrito en sus capas.");
  const networks = axes.find(({ name }) => name === "network")?.values;
  const unknown = networks?.find((id) => !sweptNetworks.includes(String(id)));
  if (unknown !== undefined) problems.push(`No se ofrece ninguna red «${unknown}».`);
  if (!networks && sweepNetwork(plan) === OWN_NETWORK && plan.topology === undefined)
    problems.push("Tu red ya no está en este navegador: elige otra.");
  const lists: HyperparameterValue[][] = [...axes.map(({ values }) => values), seeds];
  if (lists.some((list) => list.length === 0)) problems.push("Falta algún valor por escribir.");
  const isRepeated = (value: HyperparameterValue, i: number, list: HyperparameterValue[]) =>
    list.indexOf(value) < i;
  if (lists.some((list) => list.filter((value) => !Number.isNaN(value)).some(isRepeated)))
    problems.push("Hay un valor repetido.");
  const count = lists.reduce((product, list) => product * list.length, 1);
  if (count > MOST_SWEEP_RUNS) {
    problems.push(`Son ${count} entrenamientos; como mucho pueden ser ${MOST_SWEEP_RUNS}.`);
  }
  if (problems.length > 0) return problems;
  const found = expandSweep(plan).flatMap((one) => hyperparameterProblems(one.hyperparameters));
  return [...new Set(found.map(({ message }) => message))];
}

/** What is wrong, in Spanish, with several numbers where all the runs share one; undefined if nothing is. */
export function singleNumberProblem(label: string, numbers: readonly number[]): string | undefined {
  if (numbers.length < 2) return undefined;
  return (
    `${label}: hace falta un solo número y has escrito varios. ` +
    "Para probar varios valores, elige ese hiperparámetro más arriba."
  );
}
