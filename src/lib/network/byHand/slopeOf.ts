// How much the loss changes with one number of a weight, by trying it in the real network, in float32.
import * as tf from "../tf.js";

export interface Trial {
  /** How far the number is moved to either side; what float32 makes of that is what counts. */
  step: number;
  /** Of the network as it stands; a scalar. */
  loss: () => tf.Tensor;
}

/**
 * The slope of the loss between both sides. The weight ends as it was, bit for bit.
 * @param weight a variable of the network, of any shape
 * @param index the place of the number in it, row by row
 */
// #region slopeOf
export function slopeOf(weight: tf.Variable, index: number, { step, loss }: Trial): number {
  const original = weight.dataSync().slice();
  const lossAt = (value: number) =>
    tf.tidy(() => {
      const moved = original.slice();
      moved[index] = value;
      weight.assign(tf.tensor(moved, weight.shape));
      return loss().dataSync()[0]!;
    });
  const more = Math.fround(original[index]! + step); // lo que cabe en float32
  const less = Math.fround(original[index]! - step);
  const slope = (lossAt(more) - lossAt(less)) / (more - less);
  lossAt(original[index]!); // y todo vuelve a su sitio
  return slope;
}
// #endregion
