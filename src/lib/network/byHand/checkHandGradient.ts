// The gradient of the network by hand, checked: each of its numbers is moved a little, and the loss looked at.
import {
  bendOf,
  type HandExample,
  type HandGradients,
  type HandNetwork,
  type HandPass,
  parametersOf,
  withParameters,
} from "./handNetwork.js";

export interface CheckedCode {
  forward: (network: HandNetwork, example: HandExample) => HandPass;
  centralDifference: (f: (x: number) => number, at: number, step: number) => number;
}

export interface CheckedGradient {
  /** As the way backward gives it. */
  backward: number;
  /** As the loss on both sides gives it. */
  moved: number;
  /** Between the two sides the ReLU opens or closes, or another number wins: the loss has a bend there. */
  bends: boolean;
}

/**
 * One for each of the 14 numbers, in the order of `parametersOf`.
 * @param options.step how far each is moved to either side
 */
export function checkHandGradient(
  { network, example }: { network: HandNetwork; example: HandExample },
  gradients: HandGradients,
  { code, step }: { code: CheckedCode; step: number },
): CheckedGradient[] {
  const numbers = parametersOf(network);
  return parametersOf(gradients).map((backward, i) => {
    const passAt = (value: number) => code.forward(withParameters(numbers.with(i, value)), example);
    const at = numbers[i]!;
    return {
      backward,
      moved: code.centralDifference((value) => passAt(value).loss, at, step),
      bends: bendOf(passAt(at - step)) !== bendOf(passAt(at + step)),
    };
  });
}

/** Whether both are one number but for what the step and the rounding take: within a hundredth of it. */
export function agrees({ backward, moved }: CheckedGradient): boolean {
  const size = Math.max(Math.abs(backward), Math.abs(moved));
  return Math.abs(backward - moved) <= 0.01 * size + 1e-6;
}
