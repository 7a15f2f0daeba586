// Writes into the built pages what their cells show on arrival, so that a page is whole before any of its code has come,
// and without it.
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import type { RenderedPage } from "./renderPage.js";
import { CACHE_FOLDER } from "../framework.js";
import { siteFiles } from "../siteFiles.js";

/** The programs of the processes and of their threads, bundled: each starts in half the time. */
const PROGRAMS = ["renderPage", "workerScope"];
const PROGRAM_FOLDER = `${CACHE_FOLDER}/_prerender`;
const MOST_BYTES = 50e6;
/** The width of the text: from 768 px of window on, and on a phone of 390 px. */
const TEXT_PX = { wide: 704, narrow: 326 };
/** Where a cell shows; Framework may have reserved the place. */
const PLACE = /(?:<observablehq-loading><\/observablehq-loading>)?<!--:([\da-f]{8}(?:-\d+)?):-->/g;

/** Throws an Error that names the first page with a cell that fails. */
export async function prerenderSite(folder: string): Promise<void> {
  await build({
    entryPoints: PROGRAMS.map((name) => fileURLToPath(new URL(`${name}.ts`, import.meta.url))),
    outdir: PROGRAM_FOLDER,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
  });
  const files = siteFiles(folder, ".html");
  const renderAll = async () => {
    for (let file = files.shift(); file !== undefined; file = files.shift()) await prerender(file);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, renderAll));
}

async function prerender(file: string): Promise<void> {
  const { outputs, isForWidth } = await render(file, TEXT_PX.wide);
  const narrow = isForWidth ? (await render(file, TEXT_PX.narrow)).outputs : outputs;
  const html = readFileSync(file, "utf8").replace(PLACE, (place, id: string) =>
    outputs[id] === undefined ? place : `${written(outputs[id], narrow[id])}<!--:${id}:-->`,
  );
  writeFileSync(file, html);
}

async function render(file: string, width: number): Promise<RenderedPage> {
  const env = { ...process.env, TZ: "UTC" };
  const args = [`${PROGRAM_FOLDER}/renderPage.mjs`, file, String(width)];
  const run = promisify(execFile)(process.execPath, args, { env, maxBuffer: MOST_BYTES });
  const { stdout } = await run.catch((error: unknown) => {
    throw new Error(`${file}: its cells do not run without a browser`, { cause: error });
  });
  return JSON.parse(stdout) as RenderedPage;
}

/** Framework's client takes it away when the cell shows something. One of two is seen where they differ. */
function written(wide: string, narrow = wide): string {
  const shown =
    wide === narrow
      ? wide
      : `<div class="where-wide">${wide}</div><div class="where-narrow">${narrow}</div>`;
  return `<observablehq-loading class="prerendered">${shown}</observablehq-loading>`;
}
