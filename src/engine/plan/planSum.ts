// Where branches meet.
import type { LayerChain, Value } from "./layerChain.js";
import { unsupported } from "./unsupported.js";
import type { LayerJson } from "../../lib/network/topology.js";

/** Adds the sum of the values, all of one shape. */
export function planSum(
  chain: LayerChain,
  { name }: LayerJson["config"],
  values: readonly Value[],
): void {
  const { shape, flat } = chain;
  const isAlike = (value: Value) =>
    value.flat === flat &&
    (["height", "width", "channels", "pitch"] as const).every(
      (size) => value.shape[size] === shape[size],
    );
  if (!values.every(isAlike)) unsupported(`la suma de formas distintas en «${name}»`);
  const terms = values.map(({ place }) => place);
  chain.push({ kind: "sum", input: shape, output: shape, terms, relu: false });
}
