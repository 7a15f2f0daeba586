// What a network is made of, a row a layer, in the reader's words: for its table and its diagram.
import { formatNumber } from "../text/format.js";
import type * as tf from "./tf.js";

export interface LayerRow {
  name: string;
  /** In Spanish: «Convolución 3 × 3 + ReLU». */
  type: string;
  /** Without the batch: [H,W,C] or [units]. */
  outputShape: number[];
  parameters: number;
}

/** The input and each layer, in order. */
export function describeLayers(network: tf.Sequential): LayerRow[] {
  const [, ...inputShape] = network.inputs[0]!.shape;
  return [
    { name: "entrada", type: "Imagen", outputShape: sizes(inputShape), parameters: 0 },
    ...network.layers.map((layer) => ({
      name: layer.name,
      type: layerType(layer.getClassName(), layer.getConfig()),
      outputShape: sizes((layer.outputShape as tf.Shape).slice(1)),
      parameters: layer.countParams(),
    })),
  ];
}

function sizes(shape: readonly (number | null)[]): number[] {
  return shape.map((size) => {
    if (size === null)
      throw new TypeError(`a network of fixed sizes expected, [${shape.join()}] found`);
    return size;
  });
}

const typeNames: Record<string, (config: tf.serialization.ConfigDict) => string> = {
  Conv2D: ({ kernelSize, activation }) =>
    `Convolución ${(kernelSize as number[]).join(" × ")}${withActivation(activation)}`,
  MaxPooling2D: ({ poolSize }) => `Agrupación ${(poolSize as number[]).join(" × ")}, máximo`,
  AveragePooling2D: ({ poolSize }) => `Agrupación ${(poolSize as number[]).join(" × ")}, media`,
  Flatten: () => "Aplanado",
  Dense: ({ activation }) => `Densa${withActivation(activation)}`,
  Dropout: ({ rate }) => `Dropout ${formatNumber(rate as number)}`,
  Activation: ({ activation }) => activationName(activation),
};

function layerType(className: string, config: tf.serialization.ConfigDict): string {
  return typeNames[className]?.(config) ?? className;
}

function withActivation(activation: unknown): string {
  return activation === "linear" ? "" : ` + ${activationName(activation)}`;
}

function activationName(activation: unknown): string {
  if (activation === "relu") return "ReLU";
  if (activation === "logSoftmax" || activation === "log_softmax") return "Log-softmax";
  return String(activation);
}
