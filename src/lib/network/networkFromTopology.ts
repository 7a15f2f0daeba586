// A tf.Sequential from tf.layers' own JSON, and what an exchange with PyTorch must know about it.
import { ReaderError } from "../errors/readerError.js";
import * as tf from "./tf.js";

/** The shape [H,W,C] that `flatten` receives, by the name of each layer behind it with weights in that order. */
export type FlattenedShapes = Record<string, [height: number, width: number, channels: number]>;

/** The network that a tf.layers JSON describes, its weights yet to be set; the caller disposes of it. */
export async function networkFromTopology(topology: string): Promise<tf.Sequential> {
  const modelTopology = JSON.parse(topology) as object;
  const network = await tf.loadLayersModel(tf.io.fromMemory({ modelTopology }));
  if (!(network instanceof tf.Sequential)) {
    throw new ReaderError(
      `Se esperaba una red secuencial (tf.sequential), y esta es de la clase «${network.getClassName()}».`,
    );
  }
  return network;
}

/**
 * The shape [H,W,C] that each `flatten` receives, by the name of the first dense layer behind it and of
 * each batch normalization up to it.
 */
export function flattenedShapes(network: tf.Sequential): FlattenedShapes {
  const shapes: FlattenedShapes = {};
  let pending: [number, number, number] | undefined;
  for (const layer of network.layers) {
    if (layer.getClassName() === "Flatten") {
      const { shape } = layer.input as tf.SymbolicTensor;
      if (shape.length === 4) pending = shape.slice(1) as [number, number, number];
    } else if (pending && ["Dense", "BatchNormalization"].includes(layer.getClassName())) {
      shapes[layer.name] = pending;
      if (layer.getClassName() === "Dense") pending = undefined;
    }
  }
  return shapes;
}
