// Bundles two packages in the place where Framework would put them (and takes what it finds), each with one change, so
// that they ask for nothing that the pages' content security policy refuses (contentPolicy.ts).
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "esbuild";
import { bundle, versioned } from "./bundleTfjs.js";

interface Change {
  name: string;
  file: RegExp;
  from: string | RegExp;
  to: string;
}

const changes: Change[] = [
  // It writes an attribute such as `onclick=::1` for a function, to find the element again, and gives it the function
  // afterwards: to a browser an inline handler. Instead, as it marks an element with attributes, `<button ${{onclick}}>`.
  {
    name: "htl",
    file: /\/htl\/src\/index\.js$/,
    from: /string \+= "::" \+ j;\s+nodeFilter \|= SHOW_ELEMENT;/,
    to: `string = string.slice(0, attributeNameStart - strings[j - 1].length) + "::" + j + "=''";
         arguments[j] = {[name.toLowerCase()]: value};
         nodeFilter |= SHOW_ELEMENT;`,
  },
  // It writes a function that makes an object of a row as text.
  {
    name: "d3-dsv",
    file: /\/d3-dsv\/dist\/d3-dsv\.mjs$/,
    from: /return new Function\([^]+?\}"\);/,
    to: `return (d) => Object.fromEntries(columns.map((name, i) => [name, d[i] || ""]));`,
  },
];

/** Throws an Error that names the package in which the text to change is not found. */
export async function bundleUnderPolicy(cacheFolder: string): Promise<void> {
  for (const change of changes) {
    const folder = join(cacheFolder, "_node", versioned(change.name));
    mkdirSync(folder, { recursive: true });
    const outfile = join(folder, "index.js");
    await bundle(`export * from "${change.name}";`, { outfile, plugins: [changed(change)] });
  }
}

function changed({ name, file, from, to }: Change): Plugin {
  let isDone = false;
  return {
    name: `a change of ${name}`,
    setup(build) {
      build.onLoad({ filter: file }, ({ path }) => {
        const source = readFileSync(path, "utf8");
        isDone = source.search(from) >= 0;
        return { contents: source.replace(from, () => to) };
      });
      build.onEnd(() => {
        if (!isDone) throw new Error(`${name}: expected ${String(from)}, not found`);
      });
    },
  };
}
