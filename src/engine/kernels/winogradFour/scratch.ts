// A thread's own room for the blocks of a convolution by Winograd's F(4×4,3×3).
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";
import type { ConvolutionPlaces } from "../../places/layerPlaces.js";

/** Sets an address to the thread's room. */
export function pointScratch(
  f: FunctionBuilder,
  { four }: ConvolutionPlaces,
  { thread, address }: { thread: Local; address: Local },
): void {
  f.point(address, four!.scratch, { index: thread, bytes: four!.scratchBytes });
}
