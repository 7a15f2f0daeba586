// One weight of a network outside of any trainer: what a run keeps, a file carries, a trainer starts from.

/** One weight of the network, as tf.layers shapes it. */
export interface NamedWeight {
  /** Layer and variable: `conv1/kernel`, `fc2/bias`. */
  name: string;
  shape: number[];
  values: Float32Array;
}
