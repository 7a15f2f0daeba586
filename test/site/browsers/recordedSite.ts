// The built site as it stands, but for one script more at the head of each page: recordProblems.
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { recordProblems } from "./recordProblems.js";
import { serveSite } from "../../../scripts/site/serveSite.js";

const SCRIPT = "record-problems.js";

/** @param base the path under which the site is served, with its slashes */
export async function serveRecordedSite(
  base: string,
): Promise<{ url: string; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "recorded-site-"));
  for (const name of readdirSync("dist")) {
    const path = join("dist", name);
    if (name.endsWith(".html")) writeFileSync(join(folder, name), withScript(path, base));
    else symlinkSync(resolve(path), join(folder, name));
  }
  writeFileSync(join(folder, SCRIPT), `(${String(recordProblems)})();`);
  const { url, server } = await serveSite(folder, { base });
  return {
    url,
    close: async () => {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      rmSync(folder, { recursive: true });
    },
  };
}

function withScript(path: string, base: string): string {
  const html = readFileSync(path, "utf8");
  const found = /<head>|<meta charset=[^>]*>/.exec(html);
  if (!found) throw new Error(`${path} has no head`);
  const end = found.index + found[0].length;
  return `${html.slice(0, end)}<script src="${base}${SCRIPT}"></script>${html.slice(end)}`;
}
