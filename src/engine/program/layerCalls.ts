// What a layer contributes to the parts of the program: calls of its kernels, by the phase of a step.
// Kernels of one phase may run on slices side by side; between phases all the threads wait for each other.

export type Argument = "n" | "seed" | "batch" | "thread";

/** A call of a kernel on a slice: of the images, or of so many parts of something else. */
export interface Call {
  kernel: number;
  over: "images" | number;
  /** After the slice's first and count. */
  takes: readonly Argument[];
}

export interface LayerKernels {
  /** In evaluation. */
  forward: Call[];
  training: Call[];
  backward: Call[];
  /** The gradients of the parameters, once all is known. */
  gradients: Call[];
  /** What brings the gradients of the parts of a batch together. */
  sums: Call[];
  /** After the parameters have moved; whole, by one thread. */
  layout: number[];
}

export interface LayerContext {
  prefix: string;
  /** Whether anything before the layer learns. */
  passesBack: boolean;
}

/** No calls in any phase. */
export function none(): LayerKernels {
  return { forward: [], training: [], backward: [], gradients: [], sums: [], layout: [] };
}

/** The call of a kernel over the images. */
export function onImages(kernel: number, ...takes: Argument[]): Call {
  return { kernel, over: "images", takes };
}

/** A layer without parameters that does the same in training and in evaluation. */
export function withoutParameters(
  forward: number,
  backward: number,
  { passesBack }: LayerContext,
): LayerKernels {
  const calls = [onImages(forward)];
  return {
    ...none(),
    forward: calls,
    training: calls,
    backward: passesBack ? [onImages(backward)] : [],
  };
}
