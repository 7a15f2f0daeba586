// A sweep: the same recipe with every combination of a few values, each with several seeds. Plain data,
// kept in IndexedDB: its runs are ordinary runs whose ids are known from the beginning, so that what is
// done and what is left follows from which of them exist.
import {
  type Hyperparameters,
  hyperparameterProblems,
  type SweptHyperparameter,
} from "../run/hyperparameters.js";
import { configuredTopology, defaultConfiguration, OWN_NETWORK } from "../run/runConfiguration.js";

export interface SweepAxis {
  name: SweptHyperparameter;
  values: number[];
}

export interface SweepPlan {
  /** What is common to all the runs. */
  base: Hyperparameters;
  /** One or two. */
  axes: SweepAxis[];
  seeds: number[];
  /** The id of the network that all the runs train, as a run has it. */
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

/** The hyperparameters of each run: all the seeds of a combination, then the next one. */
export function expandSweep({ base, axes, seeds }: SweepPlan): Hyperparameters[] {
  const combinations = axes.reduce<Partial<Hyperparameters>[]>(
    (list, { name, values }) =>
      list.flatMap((combination) => values.map((value) => ({ ...combination, [name]: value }))),
    [{}],
  );
  return combinations.flatMap((combination) =>
    seeds.map((seed) => ({ ...base, ...combination, seed })),
  );
}

/** The id of the sweep's network; one planned before there was a choice has the reader's or none. */
export function sweepNetwork({ network, topology }: SweepPlan): string {
  return network ?? (topology === undefined ? defaultConfiguration.network : OWN_NETWORK);
}

/** tf.layers' JSON of the network that one of the runs trains; undefined for the original's. */
export function sweepTopology(
  plan: SweepPlan,
  hyperparameters: Hyperparameters,
): string | undefined {
  const configuration = { network: sweepNetwork(plan), hyperparameters };
  return plan.topology ?? configuredTopology(configuration, plan.topology);
}

/** What is wrong with the plan, in Spanish, each thing once; empty if it can be trained. */
export function sweepProblems(plan: SweepPlan): string[] {
  const { axes, seeds } = plan;
  const problems: string[] = [];
  if (axes.length < 1 || axes.length > 2) problems.push("Elige uno o dos hiperparámetros.");
  if (axes[0] && axes[0].name === axes[1]?.name)
    problems.push("Elige dos hiperparámetros distintos.");
  if (plan.topology !== undefined && axes.some(({ name }) => name === "dropoutRate"))
    problems.push("Con tu red no se puede cambiar el dropout: va escrito en sus capas.");
  if (sweepNetwork(plan) === OWN_NETWORK && plan.topology === undefined)
    problems.push("Tu red ya no está en este navegador: elige otra.");
  const lists = [...axes.map(({ values }) => values), seeds];
  if (lists.some((list) => list.length === 0)) problems.push("Falta algún valor por escribir.");
  const isRepeated = (value: number, i: number, list: number[]) => list.indexOf(value) < i;
  if (lists.some((list) => list.filter((value) => !Number.isNaN(value)).some(isRepeated)))
    problems.push("Hay un valor repetido.");
  const count = lists.reduce((product, list) => product * list.length, 1);
  if (count > MOST_SWEEP_RUNS) {
    problems.push(`Son ${count} entrenamientos; como mucho pueden ser ${MOST_SWEEP_RUNS}.`);
  }
  if (problems.length > 0) return problems;
  const found = expandSweep(plan).flatMap((values) => hyperparameterProblems(values));
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
