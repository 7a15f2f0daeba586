import { defaultGlobals } from "@observablehq/framework/dist/javascript/globals.js";

/**
 * Whether the browser itself gives that name. An element's id, which a browser makes a name of the window
 * too, is none: the headings' ids are words that cells use.
 */
export function isGlobal(name: string): boolean {
  return defaultGlobals.has(name) || Object.hasOwn(globalThis, name) || name in Object.prototype
    ? true
    : typeof EventTarget === "function" && name in EventTarget.prototype;
}
