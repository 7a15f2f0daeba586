// A folder with the files, compressed or not.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { AbsentError, type Source } from "./source.js";

/** With `expected`, a file that is not there is reported even if another source has it. */
export function folderSource(
  name: string,
  folder: string,
  { expected = false }: { expected?: boolean } = {},
): Source {
  return {
    name,
    local: true,
    async read(fileName) {
      const path = [`${fileName}.gz`, fileName]
        .map((file) => join(folder, file))
        .find((file) => existsSync(file));
      if (path !== undefined) return readFile(path);
      throw expected ? new Error("not there") : new AbsentError("not there");
    },
  };
}
