// A network as tf.layers' JSON, read in one place: a chain of layers, or one with branches that are joined again
// (networkGraph.ts); anything else is refused before it is begun.
import * as v from "valibot";
import { graphProblem } from "./networkGraph.js";
import { textOf } from "../schema/parts.js";
import { ReaderError } from "../errors/readerError.js";

/** The name of a layer whose output is read, and two counters that are 0. */
type InboundJson = [name: string, ...rest: unknown[]];

/** A layer, with the settings that somebody here asks for; tf.layers leaves out those at their usual value. */
export interface LayerJson {
  class_name: string;
  /** In a tf.model: for each use of the layer, what it reads. */
  inbound_nodes?: InboundJson[][];
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
    depth_multiplier?: number;
    units?: number;
    rate?: number;
    noise_shape?: unknown;
    use_bias?: boolean;
    trainable?: boolean;
    axis?: number | number[];
    center?: boolean;
    scale?: boolean;
    epsilon?: number;
    momentum?: number;
    max_value?: number | null;
    alpha?: number;
  };
}

/** The JSON of a tf.Sequential, or of a tf.model, which tf.layers calls a Model and Keras a Functional. */
export interface Topology {
  class_name: (typeof networkClasses)[number];
  config: {
    name?: string;
    layers: LayerJson[];
    input_layers?: InboundJson[];
    output_layers?: InboundJson[];
  };
}

const networkClasses = ["Sequential", "Model", "Functional"] as const;

const inbound = v.array(v.looseTuple([textOf(300)]));

/** Layers that have a class and a name; what trains them checks the rest. */
const topologySchema = v.looseObject({
  class_name: v.picklist(networkClasses),
  config: v.looseObject({
    layers: v.array(
      v.looseObject({
        class_name: textOf(300),
        config: v.looseObject({ name: textOf(300) }),
        inbound_nodes: v.optional(v.array(inbound)),
      }),
    ),
    input_layers: v.optional(inbound),
    output_layers: v.optional(inbound),
  }),
});

/** The network in the JSON; undefined if there is none in it that the notebook trains, or no JSON at all. */
export function readTopology(json: string): Topology | undefined {
  const result = v.safeParse(topologySchema, parsed(json));
  return result.success && graphProblem(result.output) === undefined ? result.output : undefined;
}

/** The network in the JSON. Throws a ReaderError, in Spanish, unless the notebook trains such a one. */
export function parseTopology(json: string): Topology {
  const found = parsed(json);
  const result = v.safeParse(topologySchema, found);
  if (result.success) {
    const problem = graphProblem(result.output);
    if (problem !== undefined) throw new ReaderError(problem);
    return result.output;
  }
  const { class_name: className } = (found ?? {}) as { class_name?: unknown };
  if (typeof className !== "string" || networkClasses.some((known) => known === className)) {
    throw new ReaderError(
      "La red está dañada: no es el JSON de una red de tf.layers con sus capas.",
    );
  }
  throw new ReaderError(
    `Aquí se entrenan redes de capas (tf.sequential o tf.model); esta es de la clase «${className}».`,
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
