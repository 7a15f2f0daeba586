/**
 * Whether the browser itself gives that name. An element's id, which a browser makes a name of the window
 * too, is none: the headings' ids are words that cells use.
 */
export function isGlobal(name: string): boolean {
  return name === "this" || Object.hasOwn(globalThis, name) || name in Object.prototype
    ? true
    : typeof EventTarget === "function" && name in EventTarget.prototype;
}
