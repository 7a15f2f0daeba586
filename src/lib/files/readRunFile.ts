// The runs in a file that the reader chose, checked field by field: only what is known, sound and possible
// gets through, rebuilt, and a FileFormatError says in Spanish what is not.
import { type Fields, fieldsOf, wrong } from "./checkedFields.js";
import {
  hyperparameterDefinitions,
  hyperparameterProblems,
  type Hyperparameters,
} from "../run/hyperparameters.js";
import type { Evaluation } from "../network/metrics.js";
import { LOSS, RATIO, readRunHistory, readRunningSums } from "./readRunHistory.js";
import { type EpochState, type Run, totalBatches } from "../run/run.js";
import type { NamedWeight } from "../network/namedWeight.js";
import { networkIds } from "../run/runConfiguration.js";
import { FileFormatError } from "./fileFormatError.js";
import { weightsProblem } from "./topologyWeights.js";

/** A run as a file carries it. */
export interface ExportedRun {
  run: Run;
  epochs: EpochState[];
  pinned: boolean;
}

export function readRunFile(runs: unknown): ExportedRun[] {
  if (!Array.isArray(runs) || runs.length === 0) throw wrong("runs");
  return runs.map((entry, i) => {
    const fields = fieldsOf(entry, `runs[${i}]`);
    const run = readRun(fields.object("run"));
    const epochs = fields
      .list("epochs")
      .map((state) => ({ epoch: state.number("epoch"), ...readState(state, run.hyperparameters) }));
    for (const { epoch, weights } of epochs) {
      const known = run.history.epochs.some((result) => result.epoch === epoch);
      if (!known || !alike(weights, run.checkpoint.weights)) throw wrong(`runs[${i}].epochs`);
    }
    return { run, epochs, pinned: fields.optional("pinned", "boolean") ?? false };
  });
}

const statuses = ["running", "paused", "stopped", "finished", "diverged"] as const;

/** The month in which Fashion-MNIST was published: no run is older. */
const EARLIEST_TIME = Date.UTC(2017, 7);
/** Of another computer's clock, whose runs may seem to come from the future. */
const CLOCK_ERROR_MS = 24 * 3_600_000;
/** The last moment that a Date can hold, in milliseconds since 1970. */
const LATEST_TIME = 8.64e15;

/** Without its sweep, which is not in the file. */
function readRun(fields: Fields): Run {
  const hyperparameters = readHyperparameters(fields.object("hyperparameters"));
  const name = fields.optional("name", "string")?.trim();
  if (name === "") throw fields.wrong("name", "está en blanco");
  const network = readNetwork(fields);
  const expectedFingerprint = fields.optional("expectedFingerprint", "string");
  const evaluation = fields.maybe("evaluation");
  const parent = fields.maybe("parent");
  const edits = fields.optionalList("edits");
  const topology = readTopology(fields);
  const checkpoint = readCheckpoint(fields, { topology, hyperparameters });
  const status = fields.oneOf("status", statuses);
  return {
    id: fields.text("id", 100),
    version: 1,
    hyperparameters,
    topology,
    engine: fields.text("engine", 300, { mayBeEmpty: true }),
    status: status === "running" ? "paused" : status, // nobody trains it here
    createdAt: readTime(fields, "createdAt"),
    updatedAt: Math.min(readTime(fields, "updatedAt"), Date.now()), // or it never gets old
    history: readRunHistory(fields.object("history"), hyperparameters),
    checkpoint,
    ...(evaluation && { evaluation: readEvaluation(evaluation) }),
    ...(name !== undefined && { name: name.slice(0, 60) }),
    ...(network !== undefined && { network }),
    ...(expectedFingerprint !== undefined && { expectedFingerprint }),
    ...(parent && { parent: readParent(parent, hyperparameters) }),
    ...(edits && { edits: edits.map(readEdit) }),
  };
}

function readHyperparameters(fields: Fields): Hyperparameters {
  const known = hyperparameterDefinitions.flatMap(({ name }) => {
    const value = fields.value(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const values = Object.fromEntries(known) as unknown as Hyperparameters;
  const [problem] = hyperparameterProblems(values);
  if (problem) throw new FileFormatError(`El archivo está dañado. ${problem.message}`);
  return values;
}

/** That it is a network's JSON, with layers that have a class and a name; what trains it checks the rest. */
function readTopology(fields: Fields): string {
  const topology = fields.text("topology", 5_000_000);
  try {
    const network = fieldsOf(JSON.parse(topology), "topology");
    network.oneOf("class_name", ["Sequential"]);
    for (const layer of network.object("config").list("layers")) {
      layer.text("class_name", 300);
      layer.object("config").text("name", 300);
    }
    return topology;
  } catch {
    throw fields.wrong("topology");
  }
}

function readNetwork(fields: Fields): string | undefined {
  const network = fields.optional("network", "string");
  if (network === undefined || networkIds.includes(network)) return network;
  const found = network.slice(0, 60);
  throw fields.wrong("network", `es «${found}», que no es ninguna de las redes del cuaderno`);
}

function readTime(fields: Fields, name: string): number {
  const time = fields.number(name, { whole: true, min: 0, max: LATEST_TIME });
  if (time >= EARLIEST_TIME && time <= Date.now() + CLOCK_ERROR_MS) return time;
  const date = new Intl.DateTimeFormat("es", { dateStyle: "long" }).format(time);
  throw fields.wrong(name, `es una fecha que no puede ser: ${date}`);
}

function readParent(fields: Fields, { epochs }: Hyperparameters): NonNullable<Run["parent"]> {
  return {
    runId: fields.text("runId", 100),
    epoch: fields.number("epoch", { whole: true, min: 1, max: epochs }),
  };
}

function readCheckpoint(
  run: Fields,
  { topology, hyperparameters }: Pick<Run, "topology" | "hyperparameters">,
): Run["checkpoint"] {
  const fields = run.object("checkpoint");
  const range = { whole: true, min: 0, max: totalBatches(hyperparameters) };
  const checkpoint = {
    batch: fields.number("batch", range),
    ...readState(fields, hyperparameters),
  };
  const problem = weightsProblem(topology, checkpoint.weights);
  if (problem === undefined) return checkpoint;
  throw fields.wrong("weights", `no son los pesos de su red: ${problem}`);
}

function readState(fields: Fields, hyperparameters: Hyperparameters): Omit<EpochState, "epoch"> {
  const weights = fields.list("weights").map(readWeight);
  if (weights.length === 0) throw fields.wrong("weights");
  const velocities = fields.list("velocities").map(readWeight);
  const squares = fields.optionalList("squares")?.map(readWeight);
  for (const list of [velocities, squares ?? []]) {
    const own = weights.filter(({ name }) => list.some((state) => state.name === name)); // that learn
    if (!alike(list, own)) throw fields.wrong("velocities");
  }
  const sums = readRunningSums(fields.object("sums"), hyperparameters);
  return { weights, velocities, sums, ...(squares && { squares }) };
}

function readWeight(fields: Fields): NamedWeight {
  const shape = fields.value("shape");
  const values = fields.value("values");
  const isShape = Array.isArray(shape) && shape.every((n) => Number.isSafeInteger(n) && n > 0);
  if (!isShape) throw fields.wrong("shape");
  const sizes = shape as number[];
  const count = sizes.reduce((product, size) => product * size, 1);
  if (!(values instanceof Float32Array && values.length === count)) throw fields.wrong("values");
  if (!values.every(Number.isFinite)) throw fields.wrong("values");
  return { name: fields.text("name", 300), shape: sizes, values };
}

function readEvaluation(fields: Fields): Evaluation {
  const predictions = fields.value("predictions");
  const confidences = fields.value("confidences");
  const isSound =
    predictions instanceof Uint8Array &&
    confidences instanceof Float32Array &&
    predictions.length === TEST_IMAGES &&
    confidences.length === TEST_IMAGES &&
    predictions.every((label) => label < 10) &&
    confidences.every((share) => share >= 0 && share <= MOST_CONFIDENT);
  if (!isSound) throw fields.wrong("predictions");
  return {
    ...{ loss: fields.number("loss", LOSS), predictions, confidences },
    ...(fields.value("accuracy") !== undefined && { accuracy: fields.number("accuracy", RATIO) }),
  };
}

const TEST_IMAGES = 10_000;
/** One, and what float32 may add to it. */
const MOST_CONFIDENT = 1.001;

function readEdit(fields: Fields) {
  return {
    page: fields.text("page", 300),
    cell: fields.text("cell", 300),
    source: fields.text("source", 1_000_000, { mayBeEmpty: true }),
  };
}

/** Whether one list of weights can stand for the other. */
function alike(some: readonly NamedWeight[], others: readonly NamedWeight[]): boolean {
  const describe = (list: readonly NamedWeight[]) =>
    list.map(({ name, shape }) => `${name} ${shape.join()}`).join("; ");
  return describe(some) === describe(others);
}
