// A later version of the built site, as an update of the host would bring it: other pages, and a file of code under
// another name, which the host of the earlier one has no more.
import { cpSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { writeServiceWorker } from "../../../scripts/site/offline/writeServiceWorker.js";
import { siteFiles } from "../../../scripts/site/siteFiles.js";

export const NEW_WORDS = "edición nueva";
/** The code of the editor of cells, which a page asks for when a cell is opened. */
const RENAMED = /^openNotebook\.([0-9a-f]{8})\.js$/;

/** The folder that holds it, with the address in the site of the file that it lacks. */
export async function laterVersion(): Promise<{ folder: string; gone: string }> {
  const folder = join(mkdtempSync(join(tmpdir(), "later-version-")), "dist");
  cpSync("dist", folder, { recursive: true });
  const file = siteFiles(folder, ".js").find((each) => RENAMED.test(basename(each)))!;
  const before = basename(file);
  const after = before.replace(RENAMED, "openNotebook.00000000.js");
  renameSync(file, join(dirname(file), after));
  for (const each of [...siteFiles(folder, ".js"), ...siteFiles(folder, ".html")]) {
    const text = readFileSync(each, "utf8");
    const changed = text.replaceAll(before, after).replace("</h1>", ` (${NEW_WORDS})</h1>`);
    if (changed !== text) writeFileSync(each, changed);
  }
  await writeServiceWorker(folder);
  return { folder, gone: `_code/${before}` };
}
