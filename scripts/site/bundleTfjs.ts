// Bundles two packages of tfjs for the browser, in the place where Framework would put its own bundles
// of them (and takes what it finds). Framework's have faults:
// - in the core, seedrandom (CommonJS) loses the generators that tfjs calls (`seedrandom.alea`), and
//   the gradients, which tfjs-layers imports from the inside of the core, bring a second copy of it;
// - in the wasm backend, imports of `fs` and other modules of Node stay, which no browser has.
import { build as esbuild, type BuildOptions } from "esbuild";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const CORE = "@tensorflow/tfjs-core";
const WASM = "@tensorflow/tfjs-backend-wasm";
const GRADIENTS = "dist/register_all_gradients";
const CHAINED_OPERATIONS = "dist/public/chained_ops/register_all_chained_ops";

export async function bundleTfjs(cacheFolder: string): Promise<void> {
  const core = join(cacheFolder, "_node", versioned(CORE));
  await bundle(
    `export * from "${CORE}"; import "${CORE}/${GRADIENTS}"; import "${CORE}/${CHAINED_OPERATIONS}";`,
    { outfile: join(core, "index.js") },
  );
  mkdirSync(join(core, "dist"), { recursive: true });
  writeFileSync(join(core, `${GRADIENTS}.js`), 'import "../index.js";\n');
  await bundle(`export * from "${WASM}";`, {
    outfile: join(cacheFolder, "_node", versioned(WASM), "index.js"),
    plugins: [
      {
        name: "the core is the one above",
        setup(build) {
          build.onResolve({ filter: new RegExp(`^${CORE}$`) }, () => ({
            path: `../${versioned(CORE).split("/")[1]!}/index.js`,
            external: true,
          }));
        },
      },
    ],
  });
}

/** `@tensorflow/tfjs-core@4.22.0`, the folder that Framework looks in. */
export function versioned(name: string): string {
  const manifest = readFileSync(join("node_modules", name, "package.json"), "utf8");
  const { version } = JSON.parse(manifest) as { version: string };
  return `${name}@${version}`;
}

/** Writes one ES module for browsers, minified. */
export async function bundle(contents: string, options: BuildOptions): Promise<void> {
  await esbuild({
    stdin: { contents, resolveDir: "." },
    bundle: true,
    format: "esm",
    platform: "browser",
    target: ["es2022"],
    minify: true,
    logLevel: "warning",
    ...options,
  });
}
