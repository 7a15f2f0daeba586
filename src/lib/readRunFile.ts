// The runs in a file that the reader chose, checked field by field: only what is known and sound gets
// through, rebuilt, and a FileFormatError says in Spanish what is not.
import { type Fields, fieldsOf, wrong } from "./checkedFields.js";
import { type Hyperparameters, hyperparameterProblems } from "./hyperparameters.js";
import type { Evaluation } from "./metrics.js";
import { type EpochState, type NamedWeight, type Run, totalBatches } from "./run.js";
import type { ExportedRun } from "./runFile.js";
import { FileFormatError } from "./safetensors.js";

export function readRunFile(runs: unknown): ExportedRun[] {
  if (!Array.isArray(runs) || runs.length === 0) throw wrong("runs");
  return runs.map((entry, i) => {
    const fields = fieldsOf(entry, `runs[${i}]`);
    const run = readRun(fields.object("run"));
    const epochs = fields
      .list("epochs")
      .map((state) => ({ epoch: state.whole("epoch"), ...readState(state) }));
    for (const { epoch, weights } of epochs) {
      const known = run.history.epochs.some((result) => result.epoch === epoch);
      if (!known || !alike(weights, run.checkpoint.weights)) throw wrong(`runs[${i}].epochs`);
    }
    return { run, epochs, pinned: fields.optional("pinned", "boolean") ?? false };
  });
}

const statuses = ["running", "paused", "stopped", "finished", "diverged"] as const;

/** The last moment that a Date can hold, in milliseconds since 1970. */
const LATEST_TIME = 8.64e15;

/** Without its sweep, which is not in the file. */
function readRun(fields: Fields): Run {
  const hyperparameters = readHyperparameters(fields.object("hyperparameters"));
  const name = fields.optional("name", "string");
  const network = fields.optional("network", "string");
  const expectedFingerprint = fields.optional("expectedFingerprint", "string");
  const evaluation = fields.maybe("evaluation");
  const parent = fields.maybe("parent");
  const edits = fields.optionalList("edits");
  const state = readState(fields.object("checkpoint"));
  const batch = fields.object("checkpoint").whole("batch", totalBatches(hyperparameters));
  const status = fields.oneOf("status", statuses);
  return {
    id: fields.text("id", 100),
    version: 1,
    hyperparameters,
    topology: readTopology(fields),
    engine: fields.text("engine", 300, { mayBeEmpty: true }),
    status: status === "running" ? "paused" : status, // nobody trains it here
    createdAt: fields.whole("createdAt", LATEST_TIME),
    updatedAt: Math.min(fields.whole("updatedAt", LATEST_TIME), Date.now()), // or it never gets old
    history: readHistory(fields.object("history")),
    checkpoint: { batch, ...state },
    ...(evaluation && { evaluation: readEvaluation(evaluation) }),
    ...(name !== undefined && { name: name.slice(0, 60) }),
    ...(network !== undefined && { network }),
    ...(expectedFingerprint !== undefined && { expectedFingerprint }),
    ...(parent && { parent: { runId: parent.text("runId", 100), epoch: parent.whole("epoch") } }),
    ...(edits && { edits: edits.map(readEdit) }),
  };
}

function readHyperparameters(fields: Fields): Hyperparameters {
  const names = [
    ...(["epochs", "batchSize", "learningRate", "momentum", "dropoutRate", "seed"] as const),
    ...([
      "trainImages",
      "optimizer",
      "weightDecay",
      "schedule",
      "flip",
      "shift",
      "erasing",
    ] as const),
  ];
  const known = names.flatMap((name) => {
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

function readHistory(fields: Fields): Run["history"] {
  const changes = fields.optionalList("rateChanges");
  return {
    curve: fields.list("curve").map((point) => point.numbers("batch", "loss")),
    thousands: fields
      .list("thousands")
      .map((point) => point.numbers("batch", "loss", "epoch", "batchInEpoch")),
    epochs: fields
      .list("epochs")
      .map((one) => one.numbers("epoch", "loss", "testLoss", "testAccuracy", "seconds")),
    ...(changes && { rateChanges: changes.map((one) => one.numbers("batch", "learningRate")) }),
  };
}

function readState(fields: Fields): Omit<EpochState, "epoch"> {
  const weights = fields.list("weights").map(readWeight);
  if (weights.length === 0) throw fields.wrong("weights");
  const velocities = fields.list("velocities").map(readWeight);
  const squares = fields.optionalList("squares")?.map(readWeight);
  for (const list of [velocities, squares ?? []]) {
    if (list.length > 0 && !alike(list, weights)) throw fields.wrong("velocities");
  }
  const sums = fields
    .object("sums")
    .numbers(
      ...(["epochLoss", "epochImages", "epochSeconds", "thousandLoss"] as const),
      ...(["thousandBatches", "pointLoss", "pointImages"] as const),
    );
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
    predictions.every((label) => label < 10);
  if (!isSound) throw fields.wrong("predictions");
  return { loss: fields.number("loss"), predictions, confidences };
}

const TEST_IMAGES = 10_000;

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
