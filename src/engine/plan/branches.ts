// A value that several layers read. Each gets a branch of its own, with gradients of its own, which are
// added up on the way back. Layers that change numbers in place get a copy; the others read the same numbers.
import type { BranchPlan, LayerPlan } from "./networkPlan.js";
import type { Value } from "./layerChain.js";

/** Those that give new numbers and leave the ones that they read as they are, by tf.layers' names. */
const leavesAlone = new Set([
  "Conv2D",
  "DepthwiseConv2D",
  "SeparableConv2D",
  "Dense",
  "BatchNormalization",
  "MaxPooling2D",
  "AveragePooling2D",
  "Add",
]);

/**
 * A value for each of the readers, in their order; the branches are added to the layers.
 * @param readers the classes of the layers that read the value
 */
export function planBranches(
  layers: LayerPlan[],
  value: Value,
  readers: readonly string[],
): Value[] {
  if (readers.length <= 1) return [value];
  const copies = readers.map((className) => !leavesAlone.has(className));
  // The gradients of one branch are written where the value's own stand: the others are added to them.
  const shared = copies.indexOf(false);
  const order = readers
    .map((_, i) => i)
    .sort((a, b) => Number(b === shared) - Number(a === shared));
  const branches: Value[] = [];
  order.forEach((reader, position) => {
    // On the way back the last one comes first.
    const isFirstBack = shared < 0 && position === order.length - 1;
    const backward = reader === shared ? "shared" : isFirstBack ? "stored" : "added";
    const branch: BranchPlan & { from: number } = {
      kind: "branch",
      input: value.shape,
      output: value.shape,
      copies: copies[reader]!,
      backward,
      from: value.place,
    };
    layers.push(branch);
    branches[reader] = { ...value, trail: [branch], place: layers.length - 1 };
  });
  return branches;
}
