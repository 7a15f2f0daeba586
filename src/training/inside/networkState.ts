// A network as it is looked at: its layers, and the weights that it had at some time.
import type { NamedWeight } from "../../lib/network/namedWeight.js";

export interface NetworkState {
  /** tf.layers' JSON of a network. */
  topology: string;
  /** Of all its layers, in their order. */
  weights: readonly NamedWeight[];
}
