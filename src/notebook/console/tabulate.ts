// What `console.table` makes of data.
import { inspectValue } from "./inspectValue.js";
import { isTensor } from "./tensorLike.js";

export interface LoggedTable {
  columns: string[];
  rows: { index: string; cells: string[] }[];
  /** How many more rows there are. */
  left: number;
}

const MOST_ROWS = 100;
const MOST_COLUMNS = 20;
/** The column of rows that are no objects: numbers, texts. */
const VALUE = "Valor";

/**
 * Lists, typed arrays, maps, objects and tensors of one or two dimensions, a row each element; undefined
 * for what is no table.
 * @param columns those wanted; left out: all
 */
export function tabulate(data: unknown, columns?: readonly string[]): LoggedTable | undefined {
  const entries = entriesOf(data);
  if (!entries || entries.length === 0) return undefined;
  const rows = entries
    .slice(0, MOST_ROWS)
    .map(([index, row]) => ({ index, values: fieldsOf(row) }));
  const names = columns ?? [...new Set(rows.flatMap(({ values }) => [...values.keys()]))];
  const shown = names.slice(0, MOST_COLUMNS);
  return {
    columns: [...shown],
    rows: rows.map(({ index, values }) => ({
      index,
      cells: shown.map((name) => (values.has(name) ? textOf(values.get(name)) : "")),
    })),
    left: entries.length - rows.length,
  };
}

function entriesOf(data: unknown): [string, unknown][] | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  if (isTensor(data)) {
    const isTable = !data.isDisposed && (data.rank === 1 || data.rank === 2);
    return isTable ? entriesOf(data.arraySync()) : undefined;
  }
  if (data instanceof Map) return [...data].map(([key, value]) => [textOf(key), value]);
  if (data instanceof Set) return entriesOf([...data]);
  if (data instanceof Error || data instanceof Date || data instanceof Promise) return undefined;
  if (Array.isArray(data) || ArrayBuffer.isView(data)) {
    return Array.from(data as ArrayLike<unknown>, (value, i) => [String(i), value]);
  }
  return Object.entries(data);
}

function fieldsOf(row: unknown): Map<string, unknown> {
  const isPlain =
    typeof row === "object" && row !== null && !isTensor(row) && !(row instanceof Date);
  return new Map(isPlain ? Object.entries(row) : [[VALUE, row]]);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : inspectValue(value);
}
