// How a cell is called in the stack of its errors.

/** The lines of a cell's module before the cell. */
export const LINES_BEFORE_BODY = 1;

/** @param version of its source in this page, which tells what an old one fails with from the newest's */
export function sourceUrl(name: string, version: number): string {
  return `celda-${name}.js?${version}`;
}

export interface StackPlace {
  cell: string;
  version: number;
  /** The line of the cell's source, from 1. */
  line: number;
}

/** The calls in cells, the innermost first. */
export function cellsOfStack(stack = ""): StackPlace[] {
  return [...stack.matchAll(/celda-(\w+)\.js(?:\?(\d+))?:(\d+)/g)].map(
    ([, cell, version, line]) => ({
      cell: cell!,
      version: Number(version),
      line: Number(line) - LINES_BEFORE_BODY,
    }),
  );
}
