// A network from tf.layers' own JSON, and what an exchange with PyTorch must know about it.
import * as tf from "./tf.js";

/** The shape [H,W,C] that `flatten` receives, by the name of each layer behind it with weights in that order. */
export type FlattenedShapes = Record<string, [height: number, width: number, channels: number]>;

/** The network that a tf.layers JSON describes, its weights yet to be set; the caller disposes of it. */
export async function networkFromTopology(topology: string): Promise<tf.LayersModel> {
  const modelTopology = JSON.parse(topology) as object;
  return tf.loadLayersModel(tf.io.fromMemory({ modelTopology }));
}

/**
 * The shape [H,W,C] that each `flatten` receives, by the name of the first dense layer behind it and of
 * each batch normalization up to it.
 */
export function flattenedShapes(network: tf.LayersModel): FlattenedShapes {
  const shapes: FlattenedShapes = {};
  /** What is still in the order of a map behind each layer. */
  const pending = new Map<string, FlattenedShapes[string] | undefined>();
  for (const layer of network.layers) {
    const [before] = layer.inboundNodes[0]?.inboundLayers ?? [];
    const map = before && pending.get(before.name);
    pending.set(layer.name, map);
    const className = layer.getClassName();
    if (className === "Flatten") {
      const { shape } = layer.input as tf.SymbolicTensor;
      if (shape.length === 4) pending.set(layer.name, shape.slice(1) as FlattenedShapes[string]);
    } else if (map && (className === "Dense" || className === "BatchNormalization")) {
      shapes[layer.name] = map;
      if (className === "Dense") pending.set(layer.name, undefined);
    }
  }
  return shapes;
}
