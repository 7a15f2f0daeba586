// The layers in a tf.layers topology (the JSON of a tf.Sequential), with the settings that matter here.
import { UnsupportedNetworkError } from "./networkPlan.js";

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
  };
}

/** Throws an UnsupportedNetworkError, in Spanish, for a network that is no chain of layers. */
export function parseTopology(topology: string): LayerJson[] {
  const json = JSON.parse(topology) as { class_name: string; config: { layers: LayerJson[] } };
  if (json.class_name !== "Sequential") {
    throw new UnsupportedNetworkError("El motor rápido no calcula una red que no es secuencial.");
  }
  return json.config.layers;
}

/** The shape of one image, such as [28,28,1]. */
export function inputShape(topology: string): number[] {
  return parseTopology(topology)[0]!.config.batch_input_shape!.slice(1) as number[];
}
