// The history of a run in a file, and the sums under way of its checkpoint: each number is one that a run
// with these hyperparameters can have.
import type { Fields, NumberRange } from "./checkedFields.js";
import { definitionOf, type Hyperparameters } from "../run/hyperparameters.js";
import { batchesPerEpoch, type RunHistory, type RunningSums, totalBatches } from "../run/run.js";

/** No loss is below zero, but float32 may round it there. */
export const LOSS: NumberRange = { min: -0.001 };
/** Of as many as a run may have. */
const SUM_OF_LOSSES: NumberRange = { min: -1 };
export const RATIO: NumberRange = { min: 0, max: 1 };
/** Ten years. */
const SECONDS: NumberRange = { min: 0, max: 10 * 366 * 24 * 3600 };

export function readRunHistory(fields: Fields, hyperparameters: Hyperparameters): RunHistory {
  const batch = whole(1, totalBatches(hyperparameters));
  const epoch = whole(1, hyperparameters.epochs);
  const batchInEpoch = whole(1, batchesPerEpoch(hyperparameters));
  const changes = fields.optionalList("rateChanges");
  const epochs = fields.list("epochs").map((one) =>
    one.numbers({
      ...{ epoch, loss: LOSS, testLoss: LOSS, testAccuracy: RATIO, seconds: SECONDS },
    }),
  );
  if (epochs.some((one, i) => i > 0 && one.epoch <= epochs[i - 1]!.epoch))
    throw fields.wrong("epochs", "no está en orden");
  return {
    curve: fields.list("curve").map((point) => point.numbers({ batch, loss: LOSS })),
    thousands: fields
      .list("thousands")
      .map((point) => point.numbers({ batch, loss: LOSS, epoch, batchInEpoch })),
    epochs,
    ...(changes && {
      rateChanges: changes.map((one) =>
        one.numbers({ batch: { ...batch, min: 0 }, learningRate: RATE }),
      ),
    }),
  };
}

export function readRunningSums(fields: Fields, hyperparameters: Hyperparameters): RunningSums {
  const { epochs, trainImages } = hyperparameters;
  return fields.numbers({
    ...{ epochLoss: SUM_OF_LOSSES, epochImages: whole(0, trainImages), epochSeconds: SECONDS },
    ...{ thousandLoss: SUM_OF_LOSSES, pointLoss: SUM_OF_LOSSES },
    thousandBatches: whole(0, batchesPerEpoch(hyperparameters)),
    pointImages: whole(0, epochs * trainImages),
  });
}

/** The reader may change it in mid-run as far as when it begins. */
const RATE: NumberRange = definitionOf("learningRate");

function whole(min: number, max: number): NumberRange {
  return { whole: true, min, max };
}
