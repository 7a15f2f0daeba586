// How Rollup reads the modules that Framework has written into dist/: what they name by an address of their own goes on
// being found from where their code lies afterwards.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { Plugin } from "rollup";

/** The folder of the site's code: all of it, so that one relative path leads from any file of it to any other one. */
export const CODE_FOLDER = "_code";

/** A file named from a module: a worker, or what is no module. */
const RESOLVED = /import\.meta\.resolve\(\s*("[^"]+")\s*\)/g;
/** Packages that Framework's client would load for a name that no page uses. */
const ABSENT = "\0absent";

/**
 * @param folder the built site, an absolute path
 * @param workers where the code of each worker lies, by its module: within CODE_FOLDER. One that is not there becomes
 *   a file of this bundle
 */
export function builtModules(folder: string, workers: ReadonlyMap<string, string>): Plugin {
  return {
    name: "built modules",
    resolveId(source, importer) {
      if (importer === undefined || !source.startsWith(".")) return undefined;
      const path = join(dirname(importer), source);
      return existsSync(path) ? path : ABSENT;
    },
    load(id) {
      if (id !== ABSENT) return undefined;
      return 'throw new Error("This library is no part of the site.");';
    },
    transform(code, id) {
      return code.replace(RESOLVED, (_, literal: string) => {
        const path = join(dirname(id), JSON.parse(literal) as string);
        const worker = workers.get(path);
        if (worker !== undefined) return addressFrom(id, join(folder, CODE_FOLDER, worker));
        if (!path.endsWith(".js")) return addressFrom(id, path);
        return `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: "chunk", id: path })}`;
      });
    },
    resolveImportMeta(property, { moduleId }) {
      return property === "url"
        ? addressFrom(join(folder, CODE_FOLDER, "any.js"), moduleId)
        : undefined;
    },
  };
}

/** The modules that these start as workers. */
export function workerModules(modules: readonly string[]): string[] {
  const named = modules.flatMap((module) =>
    [...readFileSync(module, "utf8").matchAll(RESOLVED)].map(([, literal]) =>
      join(dirname(module), JSON.parse(literal!) as string),
    ),
  );
  return [...new Set(named)].filter((path) => path.endsWith(".js")).sort();
}

/** An expression in one file of the site: the address of another one. */
function addressFrom(file: string, path: string): string {
  const between = relative(dirname(file), path).split(sep).join("/");
  return `new URL(${JSON.stringify(between)}, import.meta.url).href`;
}
