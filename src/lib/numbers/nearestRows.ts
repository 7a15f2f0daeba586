// The rows of a table of numbers that lie nearest to one of them.

export interface NearRow {
  row: number;
  /** Euclidean. */
  distance: number;
}

/**
 * The `count` other rows that are nearest, the nearest first; of two alike, the one that comes first.
 * @param values row after row, [N,D]
 */
export function nearestRows(
  values: ArrayLike<number>,
  { columns, row, count }: { columns: number; row: number; count: number },
): NearRow[] {
  const found: NearRow[] = [];
  const N = values.length / columns;
  for (let n = 0; n < N; n++) {
    if (n === row) continue;
    let distance = 0;
    for (let d = 0; d < columns; d++) {
      const difference = values[n * columns + d]! - values[row * columns + d]!;
      distance += difference * difference;
    }
    insert(found, { row: n, distance }, count);
  }
  return found.map(({ row: other, distance }) => ({ row: other, distance: Math.sqrt(distance) }));
}

function insert(list: NearRow[], near: NearRow, count: number): void {
  if (count === 0 || (list.length === count && near.distance >= list.at(-1)!.distance)) return;
  const place = list.findLastIndex(({ distance }) => distance <= near.distance) + 1;
  list.splice(place, 0, near);
  if (list.length > count) list.pop();
}
