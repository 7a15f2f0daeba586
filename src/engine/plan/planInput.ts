// What the network takes, and how its numbers lie in memory.
import { type ActivationShape, roundUpToVector } from "./networkPlan.js";
import { unsupported } from "./unsupported.js";
import type { LayerJson } from "../../lib/network/topology.js";

/** The shape of what the network takes: images [H,W,C], or flat inputs [N] as one position with N channels. */
export function planInput(json: readonly LayerJson[]): { flat: boolean; input: ActivationShape } {
  const shape = json[0]?.config.batch_input_shape?.slice(1);
  if (shape?.length !== 3 && shape?.length !== 1) {
    unsupported(`la entrada de «${json[0]?.config.name}», de forma [${shape?.join(", ")}]`);
  }
  const flat = shape.length === 1;
  const [height, width, channels] = (flat ? [1, 1, ...shape] : shape) as [number, number, number];
  const first = json.find(({ class_name }) => class_name !== "InputLayer")?.class_name;
  // Few channels take less room side by side; the kernels for many want whole vectors of them.
  const isMap = height * width > 1 && channels < 4;
  const packed = isMap && (first === "Conv2D" || first === "Flatten");
  const pitch = packed ? channels : roundUpToVector(channels);
  return { flat, input: { height, width, channels, pitch } };
}
