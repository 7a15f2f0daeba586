// Puts the modules of the built site together: Framework writes each one as a file of its own, a hundred and forty
// requests a page.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { transform } from "esbuild";
import {
  type OutputChunk,
  type GetManualChunk,
  type Plugin,
  rollup,
  type RollupOptions,
} from "rollup";
import { arrivalModules, whereWritten, writeArrival } from "./arrivalCode.js";
import { builtModules, CODE_FOLDER, workerModules } from "./builtModules.js";
import { chunkNames } from "./chunkNames.js";
import { pageModule } from "./pageModule.js";
import { siteFiles } from "../siteFiles.js";

/** Framework's own, which a script of each page imports when the reader begins to search. */
const SEARCH = /\.\/(_observablehq\/search\.\w+\.js)/;
const PRELOADED_MODULE = /<link rel="modulepreload" [^>]*>\n/g;

interface Page {
  file: string;
  /** What Rollup calls its module: a file that is not there, beside the page. */
  id: string;
  code: string;
  html: string;
}

/** Changes the pages in the folder, writes their code into its `_code/` and removes the modules that it was in. */
export async function bundleSite(folder: string): Promise<void> {
  const root = resolve(folder);
  const pages = siteFiles(root, ".html").map(readPage);
  const modules = siteFiles(root, ".js");
  const framework = {
    client: modules.find((file) => /^client\.\w+\.js$/.test(basename(file)))!,
    search: join(root, SEARCH.exec(pages[0]!.html)![1]!),
  };
  const ids = pages.map(({ id }) => id);
  const workers = await bundleWorkers(root, workerModules(modules));
  const chunks = await writeChunks(root, {
    input: { ...framework, ...byName(ids) },
    plugins: [pageModules(pages), arrivalModules, builtModules(root, workers)],
    manualChunks: chunkNames(root, ids),
    preserveEntrySignatures: "exports-only", // of the client, which the notebook asks for by its address
  });
  const arrival = await writeArrival(root);
  for (const { file, id, html } of pages) {
    const graph = [id, framework.client].flatMap((entry) =>
      reached(chunks, entryOf(chunks, entry)),
    );
    const code = [...new Set(graph)].map(({ fileName }) => address(fileName)).join(" ");
    const changed = html
      .replace(PRELOADED_MODULE, "")
      .replace(SEARCH, address(entryOf(chunks, framework.search).fileName))
      .replace("</head>", `${pageCode(code)}${moduleScript(address(arrival))}</head>`);
    writeFileSync(file, changed);
  }
  for (const file of modules) rmSync(file);
}

function readPage(file: string): Page {
  const id = file.replace(/html$/, "page.js");
  const { code, html } = pageModule(readFileSync(file, "utf8"));
  return { file, id, html, code: whereWritten(code) };
}

/** Apart from the pages: a worker should not read what only pages need. Returns the file of each. */
async function bundleWorkers(root: string, workers: string[]): Promise<Map<string, string>> {
  const chunks = await writeChunks(root, {
    input: byName(workers),
    plugins: [builtModules(root, new Map())],
    manualChunks: chunkNames(root, []),
  });
  return new Map(workers.map((worker) => [worker, entryOf(chunks, worker).fileName]));
}

/** `dist/_import/training/worker/worker.f6fba249.js` is called worker. */
function byName(files: readonly string[]): Record<string, string> {
  return Object.fromEntries(files.map((file) => [/^[^.]+/.exec(basename(file))![0], file]));
}

async function writeChunks(
  root: string,
  { manualChunks, ...options }: RollupOptions & { manualChunks: GetManualChunk },
): Promise<OutputChunk[]> {
  const bundle = await rollup({ ...options, logLevel: "silent", treeshake: { moduleSideEffects } });
  const { output } = await bundle.write({
    dir: join(root, CODE_FOLDER),
    plugins: [minified],
    entryFileNames: "[name].[hash].js",
    chunkFileNames: ({ name }) => `${name.split(".")[0]!}.[hash].js`,
    hashCharacters: "hex",
    manualChunks,
  });
  await bundle.close();
  return output.filter((each): each is OutputChunk => each.type === "chunk");
}

/** d3 itself only names what its parts export: who imports a few of them need not read the others. */
function moduleSideEffects(id: string): boolean {
  return !/\/_node\/d3@/.test(id);
}

function entryOf(chunks: readonly OutputChunk[], id: string): OutputChunk {
  return chunks.find(({ facadeModuleId }) => facadeModuleId === id)!;
}

/** The chunk and all that it imports. */
function reached(chunks: readonly OutputChunk[], first: OutputChunk): OutputChunk[] {
  const found = new Set([first]);
  for (const { imports } of found) {
    for (const name of imports) found.add(chunks.find(({ fileName }) => fileName === name)!);
  }
  return [...found];
}

function address(fileName: string): string {
  return `./${CODE_FOLDER}/${fileName}`;
}

/** The page's own module, and what it imports: src/arrival/ asks for them. */
function pageCode(addresses: string): string {
  return `<meta name="page-code" content="${addresses}">\n`;
}

function moduleScript(file: string): string {
  return `<script type="module" src="${file}"></script>\n`;
}

function pageModules(pages: readonly Page[]): Plugin {
  const codes = new Map(pages.map(({ id, code }) => [id, code]));
  return {
    name: "code of pages",
    resolveId: (source) => (codes.has(source) ? source : undefined),
    load: (id) => codes.get(id),
  };
}

const minified: Plugin = {
  name: "minified",
  async renderChunk(code) {
    return (await transform(code, { minify: true, target: "es2022" })).code;
  },
};
