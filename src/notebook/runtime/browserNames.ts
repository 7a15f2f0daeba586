// Names that the browser gives to every script: `history`, `location`, `alert`. To a cell they are names as
// any other, which the runtime looks up in the window as long as no cell declares them.

/**
 * Whether the browser itself gives that name a value. An element's id, which a browser makes a name of the
 * window too, is none: the headings' ids are words that cells use.
 */
export function isBrowserName(name: string): boolean {
  const isOwn = Object.hasOwn(globalThis, name) || name in EventTarget.prototype;
  return isOwn && (globalThis as Record<string, unknown>)[name] !== undefined;
}
