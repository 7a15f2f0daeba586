// Principal components: the directions in which many rows of numbers differ most (Pearson 1901), and where each row
// lies along them. Loads ml-matrix; in pages, workers alone import it.
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { rangesOf } from "./rangesOf.js";

export interface LinearProjection {
  /** Of each column, [D]. */
  mean: Float64Array;
  /** Directions of length 1, at right angles, that of the greatest variance first, [k][D]. */
  axes: Float64Array[];
  /** Along each, [k]. */
  variances: number[];
  /** Of all the columns together. */
  totalVariance: number;
  /** From where to where the rows lie along each, [k]. */
  ranges: [low: number, high: number][];
}

export interface Rows {
  /** Row after row, [N,D]. */
  values: Float32Array;
  /** D. */
  columns: number;
}

/** With more columns, the directions are those of so many of the rows, evenly apart: D³ steps would take minutes. */
const MOST_COLUMNS = 512;

/**
 * The first `count` components, fewer if there are fewer columns. Each sign is chosen so that the number of the
 * greatest size in its direction is positive: the same rows give the same picture.
 */
export function principalComponents(rows: Rows, count: number): LinearProjection {
  const mean = meanRow(rows);
  const variances = columnVariances(rows, mean);
  const totalVariance = variances.reduce((sum, variance) => sum + variance, 0);
  const found = rows.columns <= MOST_COLUMNS ? ofColumns(rows, mean) : ofSomeRows(rows, mean);
  const kept = found.slice(0, Math.min(count, rows.columns));
  const axes = kept.map(({ axis }) => withSign(axis));
  return {
    mean,
    axes,
    variances: kept.map(({ variance }) => variance),
    totalVariance,
    ranges: rangesOf(project(rows, { mean, axes }), axes.length),
  };
}

/** Where each row lies along each direction, [N,k]. */
export function project(
  { values, columns }: Rows,
  { mean, axes }: Pick<LinearProjection, "mean" | "axes">,
): Float32Array {
  const N = values.length / columns;
  const k = axes.length;
  const places = new Float32Array(N * k);
  for (let n = 0; n < N; n++) {
    for (let i = 0; i < k; i++) {
      const axis = axes[i]!;
      let sum = 0;
      for (let d = 0; d < columns; d++) sum += axis[d]! * (values[n * columns + d]! - mean[d]!);
      places[n * k + i] = sum;
    }
  }
  return places;
}

interface Component {
  axis: Float64Array;
  variance: number;
}

/** By the covariance of the columns, [D,D]. */
function ofColumns(rows: Rows, mean: Float64Array): Component[] {
  const { values, columns: D } = rows;
  const N = values.length / D;
  const sums = Array.from({ length: D }, () => new Float64Array(D));
  const centred = new Float64Array(D);
  for (let n = 0; n < N; n++) {
    for (let d = 0; d < D; d++) centred[d] = values[n * D + d]! - mean[d]!;
    addProducts(sums, centred);
  }
  const covariance = Matrix.zeros(D, D);
  sums.forEach((line, i) => {
    for (let j = i; j < D; j++) {
      covariance.set(i, j, line[j]! / N);
      covariance.set(j, i, line[j]! / N);
    }
  });
  return eigenvectors(covariance).map(({ vector, value }) => ({ axis: vector, variance: value }));
}

/** To the upper triangle. */
function addProducts(sums: readonly Float64Array[], row: Float64Array): void {
  for (let i = 0; i < row.length; i++) {
    const [own, line] = [row[i]!, sums[i]!];
    for (let j = i; j < row.length; j++) line[j]! += own * row[j]!;
  }
}

/** By the products of M rows with each other, [M,M], whose eigenvectors are those of the covariance seen from the rows. */
function ofSomeRows({ values, columns: D }: Rows, mean: Float64Array): Component[] {
  const N = values.length / D;
  const M = Math.min(MOST_COLUMNS, N);
  const chosen = Matrix.zeros(M, D);
  for (let m = 0; m < M; m++) {
    const n = Math.floor((m * N) / M);
    for (let d = 0; d < D; d++) chosen.set(m, d, values[n * D + d]! - mean[d]!);
  }
  const products = chosen.mmul(chosen.transpose()).div(M);
  return eigenvectors(products).map(({ vector, value }) => {
    const axis = Float64Array.from({ length: D }, (_, d) =>
      vector.reduce((sum, part, m) => sum + part * chosen.get(m, d), 0),
    );
    return { axis: scaled(axis, 1 / (Math.hypot(...axis) || 1)), variance: value };
  });
}

/** Of a symmetric matrix, the greatest value first. */
function eigenvectors(matrix: Matrix): { vector: Float64Array; value: number }[] {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(matrix, {
    assumeSymmetric: true,
  });
  return realEigenvalues
    .map((value, i) => ({
      value: Math.max(0, value),
      vector: Float64Array.from(eigenvectorMatrix.getColumn(i)),
    }))
    .sort((a, b) => b.value - a.value);
}

function meanRow({ values, columns: D }: Rows): Float64Array {
  const mean = new Float64Array(D);
  const N = values.length / D;
  for (let i = 0; i < values.length; i++) mean[i % D]! += values[i]! / N;
  return mean;
}

function columnVariances({ values, columns: D }: Rows, mean: Float64Array): Float64Array {
  const variances = new Float64Array(D);
  const N = values.length / D;
  for (let i = 0; i < values.length; i++) {
    const difference = values[i]! - mean[i % D]!;
    variances[i % D]! += (difference * difference) / N;
  }
  return variances;
}

function withSign(axis: Float64Array): Float64Array {
  const largest = axis.reduce(
    (most, value) => (Math.abs(value) > Math.abs(most) ? value : most),
    0,
  );
  return largest < 0 ? scaled(axis, -1) : axis;
}

function scaled(axis: Float64Array, factor: number): Float64Array {
  return axis.map((value) => value * factor);
}
