// Against power iteration, which knows no library, and against what components are.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type LinearProjection,
  principalComponents,
  project,
  type Rows,
} from "../../../src/lib/numbers/principalComponents.js";
import { RandomStream } from "../../../src/lib/numbers/random.js";

/** Rows that are longer in one direction than in the next: column d, turned, varies as 1 / (d + 1). */
function drawnRows(seed: number, { N, D }: { N: number; D: number }): Rows {
  const random = new RandomStream(seed, "sample");
  const centred = () => random.uniform() + random.uniform() + random.uniform() - 1.5;
  const mix = Array.from({ length: D * D }, centred);
  const values = new Float32Array(N * D);
  for (let n = 0; n < N; n++) {
    const own = Array.from({ length: D }, (_, d) => centred() / (d + 1) ** 1.5);
    for (let d = 0; d < D; d++) {
      values[n * D + d] = 3 + own.reduce((sum, value, i) => sum + value * mix[d * D + i]!, 0);
    }
  }
  return { values, columns: D };
}

/** The first component by power iteration on the covariance, which is never written down. */
function powerIteration({ values, columns: D }: Rows, before: readonly Float64Array[]): number[] {
  const N = values.length / D;
  const mean = Array.from({ length: D }, (_, d) => {
    let sum = 0;
    for (let n = 0; n < N; n++) sum += values[n * D + d]!;
    return sum / N;
  });
  let axis = Array.from({ length: D }, (_, d) => Math.sin(d + 1));
  for (let round = 0; round < 4_000; round++) {
    for (const other of before) {
      const along = axis.reduce((sum, value, d) => sum + value * other[d]!, 0);
      axis = axis.map((value, d) => value - along * other[d]!);
    }
    const next = new Array<number>(D).fill(0);
    for (let n = 0; n < N; n++) {
      let along = 0;
      for (let d = 0; d < D; d++) along += axis[d]! * (values[n * D + d]! - mean[d]!);
      for (let d = 0; d < D; d++) next[d]! += along * (values[n * D + d]! - mean[d]!);
    }
    const length = Math.hypot(...next);
    axis = next.map((value) => value / length);
  }
  return axis;
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, value, i) => sum + value * b[i]!, 0);

test("the first components are those of power iteration", () => {
  const rows = drawnRows(7, { N: 60, D: 8 });
  const { axes } = principalComponents(rows, 3);
  for (const [i, axis] of axes.entries()) {
    const found = powerIteration(rows, axes.slice(0, i));
    expect(Math.abs(dot(axis, found))).toBeGreaterThan(1 - 1e-9);
  }
});

test("components stand at right angles, in order, with the variance of the places along them", () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.integer({ min: 2, max: 40 }),
      fc.integer({ min: 1, max: 12 }),
      (seed, N, D) => {
        const rows = drawnRows(seed, { N, D });
        const projection = principalComponents(rows, 5);
        expectSound(rows, projection, 1e-6);
        expect(projection.axes).toHaveLength(Math.min(5, D));
      },
    ),
    { numRuns: 60 },
  );
});

test("of very many columns they are found from some of the rows, and are sound all the same", () => {
  const rows = drawnRows(3, { N: 40, D: 520 });
  const projection = principalComponents(rows, 4);
  expectSound(rows, projection, 1e-5);
  const few = drawnRows(3, { N: 40, D: 20 });
  const wide = new Float32Array(40 * 600); // the same rows, in more columns
  for (let n = 0; n < 40; n++) wide.set(few.values.subarray(n * 20, (n + 1) * 20), n * 600);
  const expected = project(few, principalComponents(few, 2));
  const found = project(
    { values: wide, columns: 600 },
    principalComponents({ values: wide, columns: 600 }, 2),
  );
  expected.forEach((value, i) => {
    expect(found[i]).toBeCloseTo(value, 4);
  });
});

test("the number of the greatest size in a direction is positive, and the same rows give the same bits", () => {
  const rows = drawnRows(11, { N: 30, D: 6 });
  const projection = principalComponents(rows, 6);
  for (const axis of projection.axes) {
    expect(Math.max(...axis)).toBe(Math.max(...axis.map(Math.abs)));
  }
  expect(principalComponents(rows, 6)).toEqual(projection);
});

test("rows that are all alike have components without variance, and lie in one place", () => {
  const rows = { values: new Float32Array(20).fill(2), columns: 4 };
  const projection = principalComponents(rows, 2);
  expect(projection.totalVariance).toBe(0);
  expect([...project(rows, projection)]).toEqual(new Array(10).fill(0));
});

function expectSound(rows: Rows, projection: LinearProjection, tolerance: number): void {
  const { axes, variances, ranges } = projection;
  const k = axes.length;
  const places = project(rows, projection);
  const N = places.length / k;
  axes.forEach((axis, i) => {
    const along = Array.from({ length: N }, (_, n) => places[n * k + i]!);
    const variance = along.reduce((sum, value) => sum + value ** 2, 0) / N;
    const scale = projection.totalVariance || 1;
    expect(Math.abs(variance - variances[i]!) / scale).toBeLessThan(tolerance);
    expect(ranges[i]).toEqual([Math.min(...along), Math.max(...along)]);
    axes.slice(0, i).forEach((other, j) => {
      expect(Math.abs(dot(axis, other))).toBeLessThan(1e-6);
      expect(variances[j]).toBeGreaterThanOrEqual(variances[i]!);
    });
  });
}
