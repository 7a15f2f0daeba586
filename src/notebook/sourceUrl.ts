// How a cell is called in the stack of its errors.

/** The lines that `new Function` puts before a body. */
export const LINES_BEFORE_BODY = 2;

export function sourceUrl(name: string): string {
  return `celda-${name}.js`;
}

/** The cell in which an error was made; undefined if in none. */
export function cellOfStack(stack: string): string | undefined {
  return /celda-([\w-]+)\.js:\d/.exec(stack)?.[1];
}
