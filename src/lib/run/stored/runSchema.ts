// The schemas of a run's parts, for every door that a run comes in by: a file, the store. What a run can hold
// follows from its hyperparameters, which are read first.
import * as v from "valibot";
import { engineSchema } from "../engineUse.js";
import { classTimes } from "../classWeights.js";
import { learningImages } from "../epochSize.js";
import { definitionOf, type Hyperparameters, hyperparameterProblems } from "../hyperparameters.js";
import { heldOutSet } from "../heldOut/heldOut.js";
import { readTopology } from "../../network/topology.js";
import { batchesPerEpoch, type EpochResult, totalBatches } from "../run.js";
import { formatInteger } from "../../text/format.js";
import { listOf, numberIn, textOf, timeSchema, wholeIn } from "../../schema/parts.js";

const statuses = ["running", "paused", "stopped", "finished", "diverged"] as const;

/** Sound values; names that are not known stay. */
export const hyperparametersSchema = v.pipe(
  v.looseObject({}),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const values = dataset.value as unknown as Hyperparameters;
    const [problem] = hyperparameterProblems(values);
    if (!problem && !isCountSound(values))
      addIssue({ message: "un número posible de imágenes por época, en «epochImages»" });
    if (problem) addIssue({ message: problem.message.replace(/\.$/, "") });
  }),
);

/** At least each image once, and at most as often as the classes may be repeated. */
function isCountSound(values: Hyperparameters): boolean {
  const { epochImages: counted, classWeights = "" } = values;
  if (counted === undefined) return true;
  const learning = learningImages(values);
  const most = learning * Math.max(...classTimes(classWeights));
  return Number.isInteger(counted) && counted >= learning && counted <= most;
}

const topologySchema = v.pipe(
  v.string(),
  v.maxLength(5_000_000, "un texto de cinco millones de letras como mucho"),
  v.check((json) => readTopology(json) !== undefined, "la red en el JSON de TensorFlow.js"),
);

/** What a run says of itself, wherever it is saved. */
export const identityEntries = {
  id: textOf(300),
  version: v.literal(1),
  hyperparameters: hyperparametersSchema,
  topology: topologySchema,
  engine: engineSchema,
  status: v.picklist(statuses),
  createdAt: timeSchema,
  updatedAt: timeSchema,
  name: v.optional(v.string()),
  network: v.optional(v.string()),
  expectedFingerprint: v.optional(v.string()),
  testLooks: v.optional(wholeIn(1)),
  parent: v.optional(v.object({ runId: textOf(300), epoch: wholeIn(1) })),
  edits: v.optional(
    v.array(v.object({ page: textOf(300), cell: textOf(300), source: v.string() })),
  ),
};

/** Any, NaN too: what a network gives that is about to diverge. */
export const anyLossSchema = v.custom<number>((loss) => typeof loss === "number", "un número");
/** No loss is below zero, but float32 may round it there. */
export const soundLossSchema = numberIn({ min: -0.001 });
export const ratioSchema = numberIn({ min: 0, max: 1 });
const secondsSchema = numberIn({ min: 0 });

/** @param loss a test loss may be any number where it was computed here: JSON has no NaN */
export function historySchemas(hyperparameters: Hyperparameters, loss: v.GenericSchema<number>) {
  const batch = wholeIn(1, totalBatches(hyperparameters));
  const epoch = wholeIn(1, hyperparameters.epochs);
  const rate = definitionOf("learningRate");
  const judged = judgedEntries(hyperparameters, loss);
  const result = v.object({ epoch, loss, seconds: secondsSchema, ...judged });
  const batchInEpoch = wholeIn(1, batchesPerEpoch(hyperparameters));
  return {
    batch: wholeIn(0, totalBatches(hyperparameters)),
    curve: listOf(v.object({ batch, loss }), MOST_POINTS),
    thousands: listOf(v.object({ batch, loss, epoch, batchInEpoch }), MOST_POINTS),
    epochs: v.pipe(
      listOf(result as v.GenericSchema<EpochResult>, hyperparameters.epochs),
      v.check((list) => isInOrder(list), "una lista en el orden de las épocas"),
    ),
    rateChanges: v.optional(
      listOf(
        v.object({
          batch: wholeIn(0, totalBatches(hyperparameters)),
          learningRate: numberIn({ min: rate.min, max: rate.max }),
        }),
        MOST_POINTS,
      ),
    ),
  };
}

/** What an epoch was judged by: the test is closed where there is validation. */
function judgedEntries(
  hyperparameters: Hyperparameters,
  loss: v.GenericSchema<number>,
): v.ObjectEntries {
  return heldOutSet(hyperparameters) === "validation"
    ? { validationLoss: loss, validationAccuracy: ratioSchema }
    : { testLoss: loss, testAccuracy: ratioSchema };
}

/** The rights of the validation images, one each. */
export function rightSchema({ validationImages = 0 }: Hyperparameters) {
  const expected = `una lista de ${formatInteger(validationImages)} unos y ceros, uno por imagen de validación`;
  return v.pipe(
    v.instance(Uint8Array, expected),
    v.check((all) => all.length === validationImages && all.every((one) => one < 2), expected),
  );
}

/** The live curve has some 1,500 points, and the longest run 30,000 thousands of batches. */
const MOST_POINTS = 30_000;

function isInOrder(epochs: readonly { epoch: number }[]): boolean {
  return epochs.every(({ epoch }, i) => i === 0 || epoch > epochs[i - 1]!.epoch);
}
