// What a layer does, in the reader's words.
import { formatNumber } from "../text/format.js";

/** Of the layer, in tf.layers' words. */
type Settings = Readonly<Record<string, unknown>>;

const typeNames: Record<string, (config: Settings) => string> = {
  Conv2D: ({ kernelSize, activation }) =>
    `Convolución ${(kernelSize as number[]).join(" × ")}${withActivation(activation)}`,
  DepthwiseConv2D: ({ kernelSize, activation }) =>
    `Convolución ${(kernelSize as number[]).join(" × ")} canal a canal${withActivation(activation)}`,
  SeparableConv2D: ({ kernelSize, activation }) =>
    `Convolución separable ${(kernelSize as number[]).join(" × ")}${withActivation(activation)}`,
  MaxPooling2D: ({ poolSize }) => `Agrupación ${(poolSize as number[]).join(" × ")}, máximo`,
  AveragePooling2D: ({ poolSize }) => `Agrupación ${(poolSize as number[]).join(" × ")}, media`,
  GlobalAveragePooling2D: () => "Media de cada mapa",
  Flatten: () => "Aplanado",
  BatchNormalization: () => "Normalización por lotes",
  ReLU: () => "ReLU",
  LeakyReLU: ({ alpha }) =>
    alpha === undefined ? "ReLU con fuga" : `ReLU con fuga, ${formatNumber(alpha as number)}`,
  Add: () => "Suma de ramas",
  InputLayer: () => "Imagen",
  Softmax: () => "Softmax",
  Dense: ({ activation }) => `Densa${withActivation(activation)}`,
  Dropout: ({ rate }) => `Dropout ${formatNumber(rate as number)}`,
  Activation: ({ activation }) => activationName(activation),
};

/** «Convolución 3 × 3 + ReLU»; the class itself where it has no name here. */
export function layerType(className: string, config: Settings): string {
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
