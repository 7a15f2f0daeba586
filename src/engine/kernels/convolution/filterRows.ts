// A filter as the backward pass lays it out, [FH][row], a row with its channels side by side: vectors that lie
// alike in the filter and in the input.
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";
import { vectorTiles } from "../../assembler/vectorTiles.js";
import type { ConvolutionPlaces } from "../../places/layerPlaces.js";
import { rowFloats } from "../../plan/activationShape.js";

/** A vector of a filter: in bytes of the filter, and from an input position. */
export interface RowVector {
  input: number;
  kernel: number;
}

/** The vectors of a filter, at most so many together. */
export function rowTiles({ plan, rowVectors }: ConvolutionPlaces, widest: number): RowVector[][] {
  const rowBytes = 4 * rowFloats(plan.input);
  const vectors = Array.from({ length: plan.filterHeight }, (_, fy) =>
    Array.from({ length: rowVectors }, (_, v) => ({
      input: fy * rowBytes + 16 * v,
      kernel: 16 * (fy * rowVectors + v),
    })),
  ).flat();
  return vectorTiles(vectors.length, widest).map(({ first, width }) =>
    vectors.slice(first, first + width),
  );
}

export function filterBytes({ plan, rowVectors }: ConvolutionPlaces): number {
  return 16 * plan.filterHeight * rowVectors;
}

/** Runs the body for a whole group of filters from there on, or for what is left of them. */
export function wholeOrRest(
  f: FunctionBuilder,
  { filter, group, filters }: { filter: Local; group: number; filters: number },
  body: (filters: number) => void,
): void {
  const isWhole = () =>
    f
      .get(filter)
      .i32(filters - group)
      .op("i32.le_s");
  isWhole().when(() => {
    body(group);
  });
  if (filters % group === 0) return;
  isWhole()
    .op("i32.eqz")
    .when(() => {
      body(filters % group);
    });
}
