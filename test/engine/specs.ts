// Layers of networks that are written out.
import type { LayerSpec } from "./drawnLayers.js";

export const relu = "relu";
export const logSoftmax: LayerSpec = { layer: "activation", config: { activation: "logSoftmax" } };
export const conv = (
  filters: number,
  kernelSize: number | number[],
  more: object = {},
): LayerSpec => ({
  layer: "conv2d",
  config: { filters, kernelSize, ...more },
});
/** Each channel with a filter of its own. */
export const depthwise = (kernelSize: number | number[], more: object = {}): LayerSpec => ({
  layer: "depthwiseConv2d",
  config: { kernelSize, ...more },
});
export const separable = (
  filters: number,
  kernelSize: number | number[],
  more: object = {},
): LayerSpec => ({
  layer: "separableConv2d",
  config: { filters, kernelSize, ...more },
});
export const dense = (units: number, more: object = {}): LayerSpec => ({
  layer: "dense",
  config: { units, ...more },
});
export const maxPooling = (config: object = { poolSize: 2 }): LayerSpec => ({
  layer: "maxPooling2d",
  config: { ...config },
});
export const averagePooling = (config: object): LayerSpec => ({
  layer: "averagePooling2d",
  config: { ...config },
});
export const normalization = (config: object = {}): LayerSpec => ({
  layer: "batchNormalization",
  config: { ...config },
});
export const dropout = (rate: number): LayerSpec => ({ layer: "dropout", config: { rate } });
export const flatten: LayerSpec = { layer: "flatten", config: {} };
export const reLU: LayerSpec = { layer: "reLU", config: {} };
