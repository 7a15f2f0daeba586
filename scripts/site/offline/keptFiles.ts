// The list of the files that the service worker keeps: all of the site but the images of the data set, which are kept
// as they are read (lib/dataset/fetchPacked.ts), and what no page asks for. In fifteen lines: workbox-build, which makes
// such lists, brings Babel and thirty other packages.
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { relative, sep } from "node:path";
import { siteFiles } from "../siteFiles.js";
import type { SiteFile } from "../../../src/offline/siteFile.js";

const NOT_KEPT =
  /^(serviceWorker\.js|robots\.txt|sitemap\.xml|tarjeta\.png)$|^_file\/data\/(train|test)-images/;
/** What Framework and our own bundle put into the name of a file whose content never changes. */
const DIGEST_IN_NAME = /\.([0-9a-f]{8}|[0-9A-Z]{8})\.\w+$/;

/** By address, so that the same site gives the same list. */
export function keptFiles(folder: string): SiteFile[] {
  return siteFiles(folder, "")
    .map((file) => ({ file, url: relative(folder, file).split(sep).join("/") }))
    .filter(({ file, url }) => statSync(file).isFile() && !NOT_KEPT.test(url))
    .map(({ file, url }) => {
      const content = readFileSync(file);
      const address = { url: encodeURI(url), bytes: content.length };
      if (DIGEST_IN_NAME.test(url)) return { ...address, revision: null };
      const digest = createHash("sha256").update(content).digest("base64");
      return { ...address, revision: digest.slice(0, 12), integrity: `sha256-${digest}` };
    });
}
