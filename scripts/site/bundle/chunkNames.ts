// Into which file of the site's code a module goes. By default Rollup would cut wherever two pages differ in what they
// need, and every word of the notebook's vocabulary may be asked for by itself: some three hundred files.
import { basename, relative, sep } from "node:path";
import type { GetManualChunk } from "rollup";

/** Libraries that stay together, so that a page reads a large one whole or not at all. */
const libraries = [
  { name: "tensorflow", modules: /^_node\/(@tensorflow\/tfjs-(core|layers)|long)@/ },
  {
    name: "plot",
    modules: /^_node\/(@observablehq\/plot|interval-tree-1d|binary-search-bounds)@/,
  },
  {
    name: "scales",
    modules: /^_node\/d3-(array|color|format|interpolate|path|scale|shape|time|time-format)@/,
  },
  { name: "d3", modules: /^_node\/d3(-\w+)?@/ },
  { name: "editor", modules: /^_node\/@(codemirror|lezer|marijn)\// },
  { name: "libraries", modules: /^_node\/(valibot|idb|htl|isoformat|@observablehq\/inputs)@/ },
];
/** A module that so many pages need is read by all of them. */
const MANY_PAGES = 6;
const ROOM = /^_import\/(?:components\/)?([^/]+)\//;

/**
 * Decides for the modules that some page imports; Rollup goes on deciding for those that are only asked for later. A
 * page's own module stays alone: it has cells run, and what it imports may be asked for by the notebook on another page.
 * @param root the built site's folder
 * @param pages the pages' own modules
 */
export function chunkNames(root: string, pages: readonly string[]): GetManualChunk {
  const pathOf = (id: string) => relative(root, id).split(sep).join("/");
  let users: Map<string, Set<string>> | undefined;
  return (id, { getModuleInfo }) => {
    const importsOf = (module: string) => getModuleInfo(module)!.importedIds;
    users ??= usersOf(pages, importsOf);
    const path = pathOf(id);
    const library = libraryOf(path);
    if (library !== undefined) return library;
    const needing = [...(users.get(id) ?? [])];
    if (needing.length === 0 || pages.includes(id)) return undefined;
    if (needing.length === 1) return `${basename(needing[0]!, ".page.js")}-parts`;
    const brought = new Set(reached(id, importsOf).map((each) => libraryOf(pathOf(each))));
    if (brought.has("tensorflow")) return "with-tensorflow";
    if (brought.has("plot")) return "with-plot";
    return needing.length >= MANY_PAGES ? "common" : ROOM.exec(path)?.[1];
  };
}

function libraryOf(path: string): string | undefined {
  return libraries.find(({ modules }) => modules.test(path))?.name;
}

/** The pages that need each module. */
function usersOf(
  pages: readonly string[],
  importsOf: (module: string) => readonly string[],
): Map<string, Set<string>> {
  const users = new Map<string, Set<string>>();
  for (const page of pages) {
    for (const module of reached(page, importsOf)) {
      users.set(module, (users.get(module) ?? new Set()).add(page));
    }
  }
  return users;
}

/** The module and all that it imports, and that imports. */
function reached(first: string, importsOf: (module: string) => readonly string[]): string[] {
  const found = new Set([first]);
  for (const module of found) for (const imported of importsOf(module)) found.add(imported);
  return [...found];
}
