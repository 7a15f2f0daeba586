// The order of a table's rows by one of its columns.

/** For `sort`: numbers by size, what is not a number last in either order; texts as Spanish orders them. */
export function compareValues(
  a: number | string,
  b: number | string,
  { descending }: { descending: boolean },
): number {
  const last = Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  if (last !== 0) return last;
  const order = typeof a === "string" ? a.localeCompare(String(b), "es") : a - Number(b);
  return (descending ? -order : order) || 0;
}
