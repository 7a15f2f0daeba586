// Numbers in a box with up to four axes, in float64, for the reference of the engine. The reference is
// frozen: it is slow, it is read, and it is the definition of what the engine must compute.
//
// One alphabet: N images, H×W positions, C channels, K filters or units, FH×FW positions of a filter.
import { InternalError } from "../../lib/errors/internalError.js";

/** A batch of maps. */
export type MapShape = [N: number, H: number, W: number, C: number];
/** The filters of a convolution. */
export type FilterShape = [FH: number, FW: number, C: number, K: number];
/** A list of rows, such as the kernel of a dense layer. */
export type RowShape = [rows: number, columns: number];

export class Tensor {
  /** Numbers from one index of an axis to the next; 0 for the axes that are not there. */
  private readonly pitches: MapShape = [0, 0, 0, 0];

  /** @param values row by row: the last axis moves first; zeros if left out */
  constructor(
    readonly shape: readonly number[],
    readonly values: Float64Array = new Float64Array(sizeOf(shape)),
  ) {
    if (values.length !== sizeOf(shape)) {
      throw new InternalError(`[${shape.join()}] expected, ${values.length} numbers found`);
    }
    shape.forEach((_, axis) => {
      this.pitches[axis] = sizeOf(shape.slice(axis + 1));
    });
  }

  /** The number at these indices, one an axis. */
  get(i: number, j = 0, k = 0, l = 0): number {
    return this.values[this.place(i, j, k, l)]!;
  }

  set(value: number, i: number, j = 0, k = 0, l = 0): void {
    this.values[this.place(i, j, k, l)] = value;
  }

  add(value: number, i: number, j = 0, k = 0, l = 0): void {
    this.values[this.place(i, j, k, l)]! += value;
  }

  /** Where the number at these indices stands in `values`. */
  place(i: number, j = 0, k = 0, l = 0): number {
    const { pitches } = this; // taken apart by its indices: as an array it would cost half of all the time
    return i * pitches[0] + j * pitches[1] + k * pitches[2] + l * pitches[3];
  }

  /** The same numbers in another shape, not a copy. */
  reshape(shape: readonly number[]): Tensor {
    return new Tensor(shape, this.values);
  }

  /** The same numbers as rows of the last axis, [rows,C], not a copy. */
  rows(): Tensor {
    const columns = this.shape.at(-1)!;
    return this.reshape([this.values.length / columns, columns]);
  }

  /** What the function makes of each number. */
  map(change: (value: number, place: number) => number): Tensor {
    return new Tensor(this.shape, this.values.map(change));
  }
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}
