// A page of Framework in Node: the client that the site ships, out of the installed package, and a document
// by jsdom with the places of some cells, as Framework writes them.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { JSDOM } from "jsdom";

const CLIENT = resolve("node_modules/@observablehq/framework/dist/client");

/** Sets the page up as the globals; from then on `pageRuntime()` finds its runtime. */
export async function openFrameworkPage(cells: Readonly<Record<string, string>>): Promise<void> {
  const blocks = Object.entries(cells).map(
    ([name, id]) =>
      `<div class="cell" data-cell="${name}"><div class="observablehq observablehq--block"><!--:${id}:--></div></div>`,
  );
  const html = `<head><link rel="modulepreload" href="${await bundleClient()}">
    <body><main id="observablehq-main"><div hidden><!--:000ce11a:--></div>${blocks.join("")}`;
  const { window } = new JSDOM(html, { url: "http://localhost/pagina" });
  const { document, Node, Element, Text } = window;
  Object.assign(globalThis, { document, Node, Element, Text });
}

/** A file's URL. What Framework would take from npm when a cell asks for it stays outside. */
async function bundleClient(): Promise<string> {
  const outfile = join(mkdtempSync(join(tmpdir(), "client-")), "_observablehq", "client.js");
  await build({
    entryPoints: [`${CLIENT}/main.js`],
    bundle: true,
    format: "esm",
    outfile,
    external: ["npm:*", `${CLIENT}/stdlib.js/*`],
    alias: {
      "observablehq:runtime": `${CLIENT}/runtime.js`,
      "observablehq:stdlib": `${CLIENT}/stdlib.js`,
    },
  });
  return pathToFileURL(outfile).href;
}
