// Where a convolution by Winograd's F(4×4,3×3) keeps what it needs beside its maps and its kernel.
import type { ConvolutionPlan } from "../plan/networkPlan.js";
import type { WinogradFourPlaces } from "./layerPlaces.js";
import type { MemoryPlan } from "./memoryPlan.js";
import {
  BETWEEN_BYTES,
  channelTiles,
  FOUR_PRODUCTS,
  GRADIENT_PARTS,
  tileBlocks,
} from "./winogradFourShape.js";

export function planWinogradFour(
  memory: MemoryPlan,
  { input, output }: ConvolutionPlan,
  threads: number,
): WinogradFourPlaces {
  const widest = (pitch: number) => 4 * Math.max(...channelTiles(pitch).map(({ width }) => width));
  const [forwardFilters, backwardFilters] = [widest(output.pitch), widest(input.pitch)];
  const forward = tileBlocks(output, input.pitch + forwardFilters);
  const backward = tileBlocks(input, output.pitch + backwardFilters);
  const gradient = tileBlocks(output, input.pitch + output.pitch);
  const floats = Math.max(
    forward.productFloats(input.pitch) + forward.productFloats(forwardFilters),
    backward.productFloats(output.pitch) + backward.productFloats(backwardFilters),
    gradient.productFloats(input.pitch) + gradient.productFloats(output.pitch),
  );
  const scratchBytes = BETWEEN_BYTES + 4 * FOUR_PRODUCTS * floats;
  const partBytes = 4 * FOUR_PRODUCTS * output.channels * input.pitch;
  return {
    backwardKernel: memory.floats(FOUR_PRODUCTS * output.channels * input.pitch),
    scratch: memory.allocate(threads * scratchBytes),
    scratchBytes,
    forward,
    backward,
    gradient,
    partSums: memory.allocate(GRADIENT_PARTS * partBytes),
    partBytes,
    partBiasSums: memory.floats(GRADIENT_PARTS * output.pitch),
  };
}
