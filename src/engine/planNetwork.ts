// Reads a tf.layers topology into a plan of what the engine computes, or says what it does not know.
// Layers that can be computed together are joined here: ReLU with what comes before it, max pooling
// 2×2 with its convolution, the last softmax with the loss.
import { checkFree } from "./checkFree.js";
import { copyOf, endsInRelu, takesRelu, unpooledConvolution } from "./joinLayers.js";
import type { ActivationShape, LayerPlan, NetworkPlan } from "./networkPlan.js";
import { planInput } from "./planInput.js";
import { samePadding, stored } from "./planShapes.js";
import { unsupported } from "./unsupported.js";
import type { LayerJson, Topology } from "../lib/network/topology.js";
import { InternalError } from "../lib/errors/internalError.js";

type Config = LayerJson["config"];
type Pair = [number, number];

/**
 * The plan of a tf.Sequential that ends in logits, softmax or log-softmax of shape [N,classes].
 * Throws an UnsupportedNetworkError, in Spanish, for what the engine does not compute.
 */
export function planNetwork({ config: { layers } }: Topology): NetworkPlan {
  const plan = new Planner(layers).plan();
  const last = plan.layers.at(-1);
  if (last?.kind === "softmax")
    plan.layers.pop(); // the loss computes it, in place too
  else if (endsInRelu(plan.layers)) plan.layers.push(copyOf(plan.output));
  const { height, width } = plan.output;
  if (height * width !== 1) {
    const { name } = layers.at(-1)!.config;
    unsupported(`la salida de «${name}», que no es una lista de números, uno por clase`);
  }
  return plan;
}

/** The plan up to a layer of the network and with it, to look at what that layer gives. */
export function planUpTo({ config: { layers } }: Topology, layerName: string): NetworkPlan {
  const index = layers.findIndex(({ config }) => config.name === layerName);
  if (index < 0) throw new InternalError(`no layer ${layerName} in the network`);
  return new Planner(layers.slice(0, index + 1)).plan();
}

class Planner {
  private readonly layers: LayerPlan[] = [];
  private readonly input: ActivationShape;
  private shape: ActivationShape;
  private flat: boolean;

  constructor(private readonly json: readonly LayerJson[]) {
    const { flat, input } = planInput(json);
    this.flat = flat;
    this.input = input;
    this.shape = this.input;
  }

  plan(): NetworkPlan {
    for (const [index, { class_name: className, config }] of this.json.entries()) {
      this.add(className, config, index);
    }
    return { input: this.input, layers: this.layers, output: this.shape };
  }

  private add(className: string, config: Config, index: number): void {
    switch (className) {
      case "InputLayer":
        return;
      case "Conv2D":
        this.convolution(config);
        return;
      case "MaxPooling2D":
        this.pooling(config, "max");
        return;
      case "AveragePooling2D":
        this.pooling(config, "average");
        return;
      case "Flatten":
        this.flatten(config);
        return;
      case "Dense":
        this.dense(config);
        return;
      case "BatchNormalization":
        this.batchNormalization(config);
        return;
      case "Dropout":
        if (config.noise_shape != null) unsupported(`la forma del ruido de «${config.name}»`);
        this.dropout(config.rate!, index);
        return;
      case "Activation":
        this.activation(config);
        return;
      case "ReLU":
        if (config.max_value != null) unsupported(`el valor máximo de «${config.name}»`);
        this.activation({ ...config, activation: "relu" });
        return;
      case "Softmax":
        this.activation({ ...config, activation: "softmax" });
        return;
      default:
        unsupported(`la capa «${config.name}» (${className})`);
    }
  }

  private convolution(config: Config): void {
    const { name, padding, strides, kernel_size: size, filters } = config;
    const [filterHeight, filterWidth] = size as Pair;
    const [stride, strideAcross] = strides as Pair;
    const dilated = [config.dilation_rate ?? 1].flat().some((rate) => rate !== 1);
    if (stride !== strideAcross) unsupported(`las dos zancadas distintas de «${name}»`);
    if (dilated) unsupported(`la dilatación de «${name}»`);
    this.checkCommon(config);
    if (padding === "same") this.pad({ filterHeight, filterWidth, stride });
    const { height, width, channels } = this.shape;
    this.push({
      kind: "convolution",
      name,
      input: this.shape,
      output: stored(
        Math.floor((height - filterHeight) / stride) + 1,
        Math.floor((width - filterWidth) / stride) + 1,
        filters!,
      ),
      filterHeight,
      filterWidth,
      stride,
      relu: false,
      pooled: false,
      kernelShape: [filterHeight, filterWidth, channels, filters!],
    });
    this.activation(config);
  }

  /** Zeros around the map as TensorFlow puts them: half before, the larger half behind. */
  private pad(filter: { filterHeight: number; filterWidth: number; stride: number }): void {
    const { height, width, channels, pitch } = this.shape;
    const rows = samePadding(height, filter.filterHeight, filter.stride);
    const columns = samePadding(width, filter.filterWidth, filter.stride);
    if (rows + columns === 0) return;
    this.push({
      kind: "padding",
      input: this.shape,
      output: { height: height + rows, width: width + columns, channels, pitch },
      top: Math.floor(rows / 2),
      left: Math.floor(columns / 2),
    });
  }

  private pooling(config: Config, mode: "max" | "average"): void {
    this.checkMap(config);
    const [windowHeight, windowWidth] = config.pool_size as Pair;
    const [rowStride, columnStride] = config.strides as Pair;
    const { height, width, channels } = this.shape;
    const same = config.padding === "same";
    const rows = same ? samePadding(height, windowHeight, rowStride) : 0;
    const columns = same ? samePadding(width, windowWidth, columnStride) : 0;
    const output = stored(
      Math.floor((height + rows - windowHeight) / rowStride) + 1,
      Math.floor((width + columns - windowWidth) / columnStride) + 1,
      channels,
    );
    const twoByTwo = [windowHeight, windowWidth, rowStride, columnStride].every(
      (size) => size === 2,
    );
    const convolution = unpooledConvolution(this.layers.at(-1));
    if (convolution && mode === "max" && twoByTwo && !same) {
      convolution.pooled = true;
      convolution.output = output;
      this.shape = output;
      return;
    }
    this.push({
      kind: "pooling",
      mode,
      input: this.shape,
      output,
      ...{ windowHeight, windowWidth, rowStride, columnStride },
      top: Math.floor(rows / 2),
      left: Math.floor(columns / 2),
    });
  }

  private flatten({ name, data_format: format }: Config): void {
    if (format != null && format !== "channels_last") {
      unsupported(`el orden de los canales de «${name}»`);
    }
    const { height, width, channels } = this.shape;
    this.flat = true;
    if (height * width === 1) return;
    this.push({
      kind: "flatten",
      input: this.shape,
      output: stored(1, 1, height * width * channels),
    });
  }

  private dense(config: Config): void {
    const { name, units } = config;
    this.checkCommon(config);
    const { height, width, channels } = this.shape;
    if (this.flat) {
      const output = stored(1, 1, units!);
      this.push({ kind: "dense", name, input: this.shape, output, relu: false });
    } else {
      // On a map, a dense layer works on each position: a convolution with filters of 1×1.
      this.push({
        kind: "convolution",
        name,
        input: this.shape,
        output: stored(height, width, units!),
        ...{ filterHeight: 1, filterWidth: 1, stride: 1, relu: false, pooled: false },
        kernelShape: [channels, units!],
      });
    }
    this.activation(config);
  }

  private batchNormalization(config: Config): void {
    const { name, axis, center, scale, epsilon, momentum } = config;
    checkFree(config);
    const last = this.flat ? 1 : 3;
    if (![axis].flat().every((value) => value === -1 || value === last)) {
      unsupported(`el eje de «${name}»`);
    }
    if (center === false || scale === false) unsupported(`la falta de gamma o beta en «${name}»`);
    this.push({
      kind: "batchNormalization",
      name,
      input: this.shape,
      output: this.shape,
      epsilon: epsilon!,
      momentum: momentum!,
      relu: false,
    });
  }

  private dropout(rate: number, layer: number): void {
    this.keepSoftmax();
    this.layers.push({ kind: "dropout", rate, layer, input: this.shape });
  }

  private activation({ activation, name }: Config): void {
    const previous = takesRelu(this.layers.at(-1));
    switch (activation) {
      case undefined:
      case "linear":
        return;
      case "relu":
        if (previous) previous.relu = true;
        else {
          this.keepSoftmax();
          this.layers.push({ kind: "relu", input: this.shape });
        }
        return;
      case "softmax":
      case "log_softmax":
      case "logSoftmax":
        this.keepSoftmax();
        if (endsInRelu(this.layers)) this.push(copyOf(this.shape));
        this.layers.push({
          kind: "softmax",
          logarithmic: activation !== "softmax",
          input: this.shape,
        });
        return;
      default:
        unsupported(`la activación «${activation}» de «${name}»`);
    }
  }

  /** A copy of what softmax gave, before it is changed in place: its gradient needs it as it was. */
  private keepSoftmax(): void {
    const maker = this.layers.findLast(({ kind }) => kind !== "flatten");
    if (maker?.kind !== "softmax") return;
    this.push(copyOf(this.shape));
  }

  private push(layer: Extract<LayerPlan, { output: ActivationShape }>): void {
    this.layers.push(layer);
    this.shape = layer.output;
  }

  private checkCommon(config: Config): void {
    if (config.use_bias === false) unsupported(`la falta de sesgo en «${config.name}»`);
    checkFree(config);
    if (config.data_format !== undefined) this.checkMap(config);
  }

  private checkMap({ name, data_format: format }: Config): void {
    if (format !== "channels_last") unsupported(`el orden de los canales de «${name}»`);
    if (this.flat) throw new InternalError(`${name} expects a map [H,W,C], a flat input came`);
  }
}
