// A report that a program wrote into the repository, for the loader that hands it to the pages.
import { existsSync, readFileSync } from "node:fs";

/** The file's content, parsed; null where there is no such file. An error names the file. */
export function readReport<T>(path: string, parse: (value: unknown) => T): T | null {
  if (!existsSync(path)) {
    process.stderr.write(`${path}: no such file yet; the pages leave out what it would show\n`);
    return null;
  }
  try {
    return parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
}
