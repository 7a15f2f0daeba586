// The files of a folder whose names end alike, at any depth.
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** @param ending `.html` */
export function siteFiles(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(ending))
    .map((file) => join(folder, file))
    .sort();
}
