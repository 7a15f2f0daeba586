// Whether weights are those of a network: TensorFlow.js builds it and says which ones it has, with their shapes.
import { weightShapes } from "./namedWeights.js";
import { networkFromTopology } from "./networkFromTopology.js";
import * as tf from "./tf.js";
import { parseTopology } from "./topology.js";

interface ShapedWeight {
  name: string;
  shape: readonly number[];
}

/**
 * What does not agree, in Spanish and by the weight's or the layer's name; undefined if the network takes them.
 * @param topology tf.layers' JSON
 */
export async function weightsProblem(
  topology: string,
  weights: readonly ShapedWeight[],
): Promise<string | undefined> {
  const unknown = unknownLayer(topology);
  if (unknown !== undefined)
    return `su red tiene una capa «${unknown}», que este cuaderno no conoce`;
  let network: tf.LayersModel;
  try {
    network = await networkFromTopology(topology);
  } catch (error) {
    return `con su red no se puede calcular (${error instanceof Error ? error.message : String(error)})`;
  }
  const expected = weightShapes(network);
  network.dispose();
  for (const [i, { name, shape }] of expected.entries()) {
    const found = weights[i];
    if (found?.name !== name) return `falta «${name}»`;
    if (found.shape.join() !== shape.join()) {
      return `«${name}» es de ${found.shape.join(" × ")} y debería ser de ${shape.join(" × ")}`;
    }
  }
  const extra = weights[expected.length];
  return extra && `«${extra.name}» no es de ninguna de sus capas`;
}

/** The class of the first layer that tf.layers does not have. */
function unknownLayer(topology: string): string | undefined {
  const { classNameMap } = tf.serialization.SerializationMap.getMap();
  return parseTopology(topology)
    .config.layers.map(({ class_name: className }) => className)
    .find((className) => !Object.hasOwn(classNameMap, className));
}
