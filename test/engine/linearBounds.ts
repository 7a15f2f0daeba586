// Errors of convolutions and dense layers, which are sums of products: Σ x w + b.
import { absolute, commonUnit, gamma, isZero, type LayerBound, plus, times } from "./floatError.js";
import { winogradError } from "./winogradBounds.js";
import { Tensor } from "../../src/engine/reference/tensor.js";

export interface Linear {
  input: Tensor;
  error: Tensor;
  kernel: Tensor;
  bias: Tensor;
  /** Whether that is a weight, and no zeros in its place. */
  hasBias: boolean;
  /** The layer as the reference computes it, and its gradients. */
  apply: (input: Tensor, kernel: Tensor, bias: Tensor) => Tensor;
  gradients: (
    gradient: Tensor,
    input: Tensor,
    kernel: Tensor,
  ) => { input: Tensor; kernel: Tensor; bias: Tensor };
  /** Products in one number of the input's gradient, at most. */
  products: number;
  /** The forward pass by Winograd's algorithm: winogradBounds.ts. */
  winograd?: boolean;
}

/**
 * Forward: the layer on |x| and |w| gives Σ |x w| + |b|, on the errors of x and on |w| what they become.
 * A product with a zero is exact and so is adding it, so that only the others count among the n.
 */
export function linearError(linear: Linear): Tensor {
  if (linear.winograd) return winogradError(linear);
  const { input, error, kernel, bias, apply } = linear;
  const zero = new Tensor(bias.shape);
  const size = apply(absolute(input), absolute(kernel), absolute(bias));
  const inherited = apply(error, absolute(kernel), zero);
  if (isZero(inherited) && isExact(linear, size)) return inherited;
  const counts = apply(
    input.map((value, i) => Number(value !== 0 || error.values[i]! > 0)),
    kernel.map((value) => Number(value !== 0)),
    zero,
  );
  return inherited.map((e, i) => {
    const n = counts.values[i]!;
    return n === 0 ? 0 : e + gamma(n + 1) * (size.values[i]! + e);
  });
}

/** All the partial sums are multiples of one power of two, and none too large for 24 bits. */
function isExact({ input, kernel, bias }: Linear, size: Tensor): boolean {
  const unit = Math.min(commonUnit(input) * commonUnit(kernel), commonUnit(bias));
  return unit > 0 && size.values.every((value) => value < unit / 2 ** -24);
}

/** Backward: the same with the gradient g in place of x or w. */
export function linearBackward(linear: Linear): (
  gradient: Tensor,
  error: Tensor,
) => {
  input: Tensor;
  kernel: Tensor;
  bias: Tensor;
} {
  const { input, error: inputError, kernel, gradients, products } = linear;
  const [x, w] = [absolute(input), absolute(kernel)];
  return (gradient, error) => {
    const g = absolute(gradient);
    const rows = gradient.rows().shape[0]!;
    const sizes = gradients(plus(g, error), plus(x, inputError), w);
    const fromGradient = gradients(error, plus(x, inputError), w);
    const fromInput = gradients(g, inputError, w);
    return {
      input: plus(fromGradient.input, times(sizes.input, gamma(products))),
      kernel: plus(fromGradient.kernel, fromInput.kernel, times(sizes.kernel, gamma(rows + 1))),
      bias: plus(fromGradient.bias, times(sizes.bias, gamma(rows))),
    };
  };
}

export function linearBound(
  [name, kernelName]: [layer: string, kernel: string],
  linear: Linear,
): LayerBound {
  const back = linearBackward(linear);
  return {
    error: linearError(linear),
    backward: (gradient, error) => {
      const { input, kernel, bias } = back(gradient, error);
      const weights = new Map([[`${name}/${kernelName}`, kernel]]);
      if (linear.hasBias) weights.set(`${name}/bias`, bias);
      return { input, weights };
    },
  };
}
