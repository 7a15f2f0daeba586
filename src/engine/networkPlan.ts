// What the engine will compute, read from a tf.layers topology: convolutions (with the pooling that
// follows them), dense layers, dropout, and the loss at the end; or the reason why it cannot.
//
// One alphabet: N images, H×W positions, C channels, K filters, U units. Channels are stored with a
// stride that is a multiple of four, the width of a vector, except in the image itself.

export interface ActivationShape {
  height: number;
  width: number;
  channels: number;
  /** Floats from one position to the next. */
  stride: number;
}

export interface ConvolutionPlan {
  kind: "convolution";
  name: string;
  input: ActivationShape;
  /** After the pooling, if there is one. */
  output: ActivationShape;
  filterHeight: number;
  filterWidth: number;
  /** Zancada: input positions from one output position to the next. */
  step: number;
  relu: boolean;
  /** Max pooling 2×2 behind it, computed together. */
  pooled: boolean;
}

export interface DensePlan {
  kind: "dense";
  name: string;
  input: ActivationShape;
  output: ActivationShape;
  relu: boolean;
}

export interface DropoutPlan {
  kind: "dropout";
  rate: number;
  /** Its place among the layers, which decides its masks. */
  layer: number;
  /** Of what it silences. */
  input: ActivationShape;
}

export type LayerPlan = ConvolutionPlan | DensePlan | DropoutPlan;

export interface NetworkPlan {
  input: ActivationShape;
  layers: LayerPlan[];
  classes: number;
}

/** The engine does not know a layer; the message names it, in Spanish, for the reader. */
export class UnsupportedNetworkError extends Error {
  override name = "UnsupportedNetworkError";
}

interface LayerJson {
  class_name: string;
  config: Record<string, unknown> & { name: string };
}

/** Throws an UnsupportedNetworkError for what the engine does not compute. */
export function planNetwork(topology: string): NetworkPlan {
  const json = JSON.parse(topology) as { class_name: string; config: { layers: LayerJson[] } };
  if (json.class_name !== "Sequential") unsupported("una red que no es secuencial");
  const planner = new Planner(json.config.layers);
  return planner.plan();
}

class Planner {
  private readonly layers: LayerPlan[] = [];
  private shape: ActivationShape;
  private readonly input: ActivationShape;
  private ended = false;

  constructor(private readonly json: readonly LayerJson[]) {
    const batchShape = json[0]?.config.batch_input_shape as (number | null)[] | undefined;
    if (batchShape?.length !== 4) unsupported("una entrada que no es [alto, ancho, canales]");
    const [, height, width, channels] = batchShape as [null, number, number, number];
    this.input = { height, width, channels, stride: channels };
    this.shape = this.input;
  }

  plan(): NetworkPlan {
    for (const [index, { class_name: className, config }] of this.json.entries()) {
      if (this.ended) unsupported(`una capa detrás de log-softmax («${config.name}»)`);
      this.add(className, config, index);
    }
    if (!this.ended) unsupported("una red que no acaba en log-softmax");
    return { input: this.input, layers: this.layers, classes: this.shape.channels };
  }

  private add(className: string, config: LayerJson["config"], index: number): void {
    switch (className) {
      case "InputLayer":
        return;
      case "Conv2D":
        this.convolution(config);
        return;
      case "MaxPooling2D":
        this.maxPooling(config);
        return;
      case "Flatten":
        return; // the same numbers in the same order
      case "Dense":
        this.dense(config);
        return;
      case "Dropout":
        this.layers.push({
          kind: "dropout",
          rate: config.rate as number,
          layer: index,
          input: this.shape,
        });
        return;
      case "Activation":
        this.activation(config);
        return;
      default:
        unsupported(`la capa «${config.name}» (${className})`);
    }
  }

  private convolution(config: LayerJson["config"]): void {
    const { name, padding, strides, kernel_size, filters, dilation_rate, data_format } = config;
    const [filterHeight, filterWidth] = kernel_size as [number, number];
    const [step, stepAcross] = strides as [number, number];
    const dilated = ((dilation_rate as number[] | undefined) ?? []).some((rate) => rate !== 1);
    if (padding !== "valid") unsupported(`el relleno «${String(padding)}» de la capa «${name}»`);
    if (step !== stepAcross || dilated)
      unsupported(`la zancada o la dilatación de la capa «${name}»`);
    if (data_format !== "channels_last")
      unsupported(`el orden de los canales de la capa «${name}»`);
    if (config.use_bias === false) unsupported(`la falta de sesgo en la capa «${name}»`);
    const { height, width } = this.shape;
    const output = stored(
      Math.floor((height - filterHeight) / step) + 1,
      Math.floor((width - filterWidth) / step) + 1,
      filters as number,
    );
    this.layers.push({
      kind: "convolution",
      name,
      input: this.shape,
      output,
      filterHeight,
      filterWidth,
      step,
      relu: isRelu(config),
      pooled: false,
    });
    this.shape = output;
  }

  private maxPooling(config: LayerJson["config"]): void {
    const previous = this.layers.at(-1);
    const isTwoByTwo = [config.pool_size, config.strides].every((size) => String(size) === "2,2");
    if (
      !isTwoByTwo ||
      config.padding !== "valid" ||
      previous?.kind !== "convolution" ||
      previous.pooled
    ) {
      unsupported(`la agrupación «${config.name}», que no es de 2 × 2 detrás de una convolución`);
    }
    const { height, width, channels } = previous.output;
    previous.pooled = true;
    previous.output = stored(Math.floor(height / 2), Math.floor(width / 2), channels);
    this.shape = previous.output;
  }

  private dense(config: LayerJson["config"]): void {
    if (config.use_bias === false) unsupported(`la falta de sesgo en la capa «${config.name}»`);
    const output = stored(1, 1, config.units as number);
    const relu = isRelu(config);
    this.layers.push({ kind: "dense", name: config.name, input: this.shape, output, relu });
    this.shape = output;
  }

  private activation({ activation, name }: LayerJson["config"]): void {
    const previous = this.layers.at(-1);
    if (activation !== "log_softmax" || previous?.kind !== "dense" || previous.relu) {
      unsupported(`la activación «${String(activation)}» de la capa «${name}»`);
    }
    this.ended = true;
  }
}

function stored(height: number, width: number, channels: number): ActivationShape {
  if (height < 1 || width < 1) unsupported("una imagen más pequeña que el filtro");
  return { height, width, channels, stride: 4 * Math.ceil(channels / 4) };
}

function isRelu({ activation, name }: LayerJson["config"]): boolean {
  if (activation !== "relu" && activation !== "linear") {
    unsupported(`la activación «${String(activation)}» de la capa «${name}»`);
  }
  return activation === "relu";
}

function unsupported(what: string): never {
  throw new UnsupportedNetworkError(`El motor rápido no calcula ${what}.`);
}

/** Floats of one image's activations. */
export function activationSize({ height, width, stride }: ActivationShape): number {
  return height * width * stride;
}
