// A network as tf.layers' JSON, read in one place. The notebook's networks are chains of layers; anything else
// is refused before it is begun.
import * as v from "valibot";
import { textOf } from "../schema/parts.js";
import { ReaderError } from "../errors/readerError.js";

/** A layer, with the settings that somebody here asks for; tf.layers leaves out those at their usual value. */
export interface LayerJson {
  class_name: string;
  config: {
    name: string;
    batch_input_shape?: (number | null)[];
    activation?: string;
    padding?: string;
    strides?: number[];
    kernel_size?: number[];
    pool_size?: number[];
    dilation_rate?: number | number[];
    data_format?: string;
    filters?: number;
    units?: number;
    rate?: number;
    noise_shape?: unknown;
    use_bias?: boolean;
    trainable?: boolean;
    kernel_regularizer?: unknown;
    bias_regularizer?: unknown;
    activity_regularizer?: unknown;
    kernel_constraint?: unknown;
    bias_constraint?: unknown;
    beta_regularizer?: unknown;
    gamma_regularizer?: unknown;
    beta_constraint?: unknown;
    gamma_constraint?: unknown;
    axis?: number | number[];
    center?: boolean;
    scale?: boolean;
    epsilon?: number;
    momentum?: number;
    max_value?: number | null;
    alpha?: number;
  };
}

/** The JSON of a tf.Sequential. */
export interface Topology {
  class_name: "Sequential";
  config: { name?: string; layers: LayerJson[] };
}

/** Layers that have a class and a name; what trains them checks the rest. */
const topologySchema = v.looseObject({
  class_name: v.literal("Sequential"),
  config: v.looseObject({
    layers: v.array(
      v.looseObject({ class_name: textOf(300), config: v.looseObject({ name: textOf(300) }) }),
    ),
  }),
});

/** The network in the JSON; undefined if there is no tf.Sequential in it, or no JSON at all. */
export function readTopology(json: string): Topology | undefined {
  const result = v.safeParse(topologySchema, parsed(json));
  return result.success ? result.output : undefined;
}

/** The network in the JSON. Throws a ReaderError, in Spanish, unless it is a tf.Sequential's. */
export function parseTopology(json: string): Topology {
  const topology = readTopology(json);
  if (topology) return topology;
  const { class_name: className } = (parsed(json) ?? {}) as { class_name?: unknown };
  if (typeof className !== "string" || className === "Sequential") {
    throw new ReaderError("La red está dañada: no es el JSON de una tf.sequential con sus capas.");
  }
  throw new ReaderError(
    `Aquí se entrenan redes secuenciales, una capa detrás de otra (tf.sequential); esta es de la clase «${className}».`,
  );
}

/** The shape of one image that the network takes, such as [28,28,1]. */
export function inputShape({ config }: Topology): number[] {
  return config.layers[0]!.config.batch_input_shape!.slice(1) as number[];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
