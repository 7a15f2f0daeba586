// The parameters of a network side by side, in the order in which the layers ask for room.
import type { Parameters } from "./layerPlaces.js";
import { roundUpToVector } from "../plan/activationShape.js";

export class ParameterPlan {
  /** Floats of all so far, a multiple of four. */
  size = 0;
  private readonly groups: Parameters[] = [];

  group(floats: number): Parameters {
    const size = roundUpToVector(floats);
    const group = { start: this.size, size, values: 0, gradients: 0 };
    this.size += size;
    this.groups.push(group);
    return group;
  }

  /** Tells each group where the block of all stands. */
  place(block: { values: number; gradients: number }): void {
    for (const group of this.groups) {
      group.values = block.values + 4 * group.start;
      group.gradients = block.gradients + 4 * group.start;
    }
  }
}
