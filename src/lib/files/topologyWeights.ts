// Whether weights are those of a network, from its tf.layers JSON alone and without TensorFlow.js. What
// follows from a layer that is not known here is left open, and so are its own weights.
import type { NamedWeight } from "../network/namedWeight.js";

/** Undefined: not to be told from here. */
type Size = number | undefined;
/** Of one image; undefined: not to be told how many sizes it has. */
type Shape = Size[] | undefined;
type Config = Record<string, unknown>;

interface Layer {
  weights: { variable: string; shape: Size[] }[];
  output: Shape;
}

/** What does not agree, in Spanish, with the weight's name; undefined if all does. */
export function weightsProblem(
  topology: string,
  weights: readonly NamedWeight[],
): string | undefined {
  const json = JSON.parse(topology) as {
    config: { layers: { class_name: string; config: Config & { name: string } }[] };
  };
  const { layers } = json.config;
  let shape = listOf(layers[0]?.config.batch_input_shape)?.slice(1);
  let next = 0;
  for (const { class_name: className, config } of layers) {
    const layer = layerOf(className, config, shape);
    shape = layer?.output;
    for (const expected of layer?.weights ?? []) {
      const name = `${config.name}/${expected.variable}`;
      const found = weights[next++];
      if (found?.name !== name) return `falta «${name}»`;
      if (!agree(found.shape, expected.shape)) {
        return `«${name}» es de ${write(found.shape)} y debería ser de ${write(expected.shape)}`;
      }
    }
    if (!layer) while (weights[next]?.name.startsWith(`${config.name}/`)) next++;
  }
  const extra = weights[next];
  return extra && `«${extra.name}» no es de ninguna de sus capas`;
}

/** Undefined if it is not known here. */
function layerOf(className: string, config: Config, input: Shape): Layer | undefined {
  const isKnown = Object.hasOwn(knownLayers, className) && config.data_format !== "channels_first";
  return isKnown ? knownLayers[className]!(config, input) : undefined;
}

const knownLayers: Record<string, (config: Config, input: Shape) => Layer> = {
  ...{ InputLayer: unchanged, Dropout: unchanged, Activation: unchanged },
  ...{ ReLU: unchanged, Softmax: unchanged },
  ...{ MaxPooling2D: pooling, AveragePooling2D: pooling },
  Flatten: (_, input) => ({ weights: [], output: input && [product(input)] }),
  Conv2D(config, input) {
    const [filters, window] = [sizeOf(config.filters), pairOf(config.kernel_size)];
    const kernel = [...window, input?.[2], filters];
    const dilation = pairOf(config.dilation_rate ?? 1);
    const spread = window.map((size, i) => map2(size, dilation[i], (s, d) => (s - 1) * d + 1));
    const output = slide(config, input, { window: spread, step: pairOf(config.strides ?? 1) });
    return { weights: withBias(config, kernel), output: output && [...output, filters] };
  },
  Dense(config, input) {
    const units = sizeOf(config.units);
    const weights = withBias(config, [input?.at(-1), units]);
    return { weights, output: input && [...input.slice(0, -1), units] };
  },
  BatchNormalization(config, input) {
    const { axis = -1, scale = true, center = true } = config;
    const isLast = [-1, input?.length].includes([axis].flat()[0] as number);
    const shape = [isLast ? input?.at(-1) : undefined];
    const variables = [
      ...(scale === true ? ["gamma"] : []),
      ...(center === true ? ["beta"] : []),
      ...["moving_mean", "moving_variance"],
    ];
    return { weights: variables.map((variable) => ({ variable, shape })), output: input };
  },
};

function unchanged(_: Config, input: Shape): Layer {
  return { weights: [], output: input };
}

function pooling(config: Config, input: Shape): Layer {
  const window = pairOf(config.pool_size);
  const output = slide(config, input, { window, step: pairOf(config.strides ?? config.pool_size) });
  return { weights: [], output: output && [...output, input?.[2]] };
}

function withBias({ use_bias: hasBias = true }: Config, kernel: Size[]): Layer["weights"] {
  const bias = hasBias === true ? [{ variable: "bias", shape: kernel.slice(-1) }] : [];
  return [{ variable: "kernel", shape: kernel }, ...bias];
}

/** The height and the width of what a window gives that goes over [H,W,C]. */
function slide(
  { padding = "valid" }: Config,
  input: Shape,
  { window, step }: { window: Size[]; step: Size[] },
): Shape {
  return input?.slice(0, 2).map((size, i) => {
    const room = padding === "same" ? size : map2(size, window[i], (s, w) => s - w + 1);
    return map2(room, step[i], (r, s) => Math.ceil(r / s));
  });
}

function agree(found: readonly number[], expected: readonly Size[]): boolean {
  return (
    found.length === expected.length &&
    expected.every((size, i) => size === undefined || size === found[i])
  );
}

function write(shape: readonly Size[]): string {
  return shape.map((size) => size ?? "?").join(" × ");
}

function map2(a: Size, b: Size, of: (a: number, b: number) => number): Size {
  return a === undefined || b === undefined ? undefined : of(a, b);
}

function product(sizes: readonly Size[]): Size {
  return sizes.reduce((whole, size) => map2(whole, size, (a, b) => a * b), 1);
}

function sizeOf(value: unknown): Size {
  return typeof value === "number" ? value : undefined;
}

function listOf(value: unknown): Shape {
  return Array.isArray(value) ? value.map(sizeOf) : undefined;
}

/** tf.layers takes one size for both. */
function pairOf(value: unknown): Size[] {
  return listOf(value) ?? [sizeOf(value), sizeOf(value)];
}
