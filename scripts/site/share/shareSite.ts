// What the site says of itself to systems that install it, to search engines and to those that show a link to it.
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { siteFiles } from "../siteFiles.js";
import { addHeadTags } from "./headTags.js";
import { notFoundPage } from "./notFoundPage.js";
import { siteUrl } from "./siteUrl.js";
import { writeCrawlerFiles } from "./writeCrawlerFiles.js";
import { writeIcons } from "./writeIcons.js";
import { writeManifest } from "./writeManifest.js";
import { writePicture } from "./writePicture.js";

/** Writes the files, and into the pages. */
export async function shareSite(folder: string): Promise<void> {
  const site = siteUrl();
  await writeIcons(folder);
  await writePicture(folder);
  writeManifest(folder);
  writeCrawlerFiles(folder, site);
  for (const file of siteFiles(folder, ".html")) {
    const html = addHeadTags(readFileSync(file, "utf8"), { page: basename(file), site });
    writeFileSync(file, html);
  }
  const missing = join(folder, "404.html");
  writeFileSync(missing, await notFoundPage(readFileSync(missing, "utf8")));
}
