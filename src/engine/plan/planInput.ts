// What the network takes, and how its numbers lie in memory.
import { type ActivationShape, roundUpToVector } from "./activationShape.js";
import { unsupported } from "./unsupported.js";
import { layerSources } from "../../lib/network/networkGraph.js";
import type { Topology } from "../../lib/network/topology.js";

/** The shape of what the network takes: images [H,W,C], or flat inputs [N] as one position with N channels. */
export function planInput(topology: Topology): { flat: boolean; input: ActivationShape } {
  const json = topology.config.layers;
  const shape = json[0]?.config.batch_input_shape?.slice(1);
  if (shape?.length !== 3 && shape?.length !== 1) {
    unsupported(`la entrada de «${json[0]?.config.name}», de forma [${shape?.join(", ")}]`);
  }
  const flat = shape.length === 1;
  const [height, width, channels] = (flat ? [1, 1, ...shape] : shape) as [number, number, number];
  // Few channels take less room side by side; the kernels for many want whole vectors of them.
  const isMap = height * width > 1 && channels < 4;
  const packed = isMap && readersOfInput(topology).every((reader) => packedReaders.has(reader));
  const pitch = packed ? channels : roundUpToVector(channels);
  return { flat, input: { height, width, channels, pitch } };
}

const packedReaders = new Set(["Conv2D", "Flatten"]);

/** The classes of the layers that read the images. */
function readersOfInput(topology: Topology): string[] {
  const { layers } = topology.config;
  const [first] = layers;
  if (first?.class_name !== "InputLayer") return first ? [first.class_name] : [];
  const sources = layerSources(topology);
  const readers = layers.filter((_, i) => sources[i]!.includes(first.config.name));
  return readers.map(({ class_name: className }) => className);
}
