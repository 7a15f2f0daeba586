// What src/arrival/ adds to the built pages, which no page of Framework's names: the code that runs first, and the way
// in which cells take the place of what is written for them.
import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build, type OutputFile } from "esbuild";
import type { Plugin } from "rollup";
import { CODE_FOLDER } from "./builtModules.js";

const TAKING_OVER = "src/arrival/takingOver.ts";
const DEFINE = /^import \{define\} from ("[^"]+");/m;
/** Comes before the page's code, and so not with it. */
const ISOLATION = /^import ".*\/isolation\.\w+\.js";\n/m;

/** Writes the code that runs first. Returns its file in the folder of the code. */
export async function writeArrival(root: string): Promise<string> {
  const { path, contents } = await bundled("src/arrival/arrival.ts", join(root, CODE_FOLDER));
  writeFileSync(path, contents);
  return basename(path);
}

/** A page's code for a page that is written already. */
export function whereWritten(code: string): string {
  return code
    .replace(ISOLATION, "")
    .replace(
      DEFINE,
      `import { define as defineCell } from $1;\nimport { takingOver } from "${TAKING_OVER}";\nconst define = takingOver(defineCell);`,
    );
}

/** Finds for Rollup what whereWritten imports. */
export const arrivalModules: Plugin = {
  name: "arrival",
  resolveId: (source) => (source === TAKING_OVER ? source : undefined),
  load: async (id) => (id === TAKING_OVER ? (await bundled(id, CODE_FOLDER)).text : undefined),
};

async function bundled(entry: string, outdir: string): Promise<OutputFile> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    outdir,
    entryNames: "[name].[hash]",
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    write: false,
  });
  return outputFiles[0]!;
}
