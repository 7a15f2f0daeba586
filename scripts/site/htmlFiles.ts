// The HTML files of a folder, at any depth.
import { readdirSync } from "node:fs";
import { join } from "node:path";

export function htmlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html"))
    .map((file) => join(folder, file))
    .sort();
}
