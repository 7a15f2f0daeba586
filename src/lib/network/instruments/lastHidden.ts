// Which layer holds what a network says of an image before it decides: the one that its last dense layer sums.
import { upToLayer } from "../networkGraph.js";
import type { LayerJson, Topology } from "../topology.js";

/** Layers that only hand on the numbers when the network is not in training. */
const STILL = new Set(["Dropout", "Flatten"]);

/**
 * The name of the last layer that changes the numbers before the last dense one, or before the last convolution of a
 * network without dense layers. Where there is none, of the layer just before, or of that one itself.
 */
export function lastHidden(topology: Topology): string {
  const { layers } = topology.config;
  const isDense = ({ class_name: type }: LayerJson) => type === "Dense";
  const summing = layers.findLastIndex(isDense);
  const last =
    summing < 0 ? layers.findLastIndex(({ class_name: t }) => t.endsWith("Conv2D")) : summing;
  const hidden = upToLayer(topology, Math.max(0, last)).config.layers.slice(0, -1);
  const found = hidden.findLast(
    ({ class_name: type }) => !STILL.has(type) && type !== "InputLayer",
  );
  return (found ?? hidden.at(-1) ?? layers[Math.max(0, last)]!).config.name;
}
