// npm run build: the static site in dist/, finished (Spanish HTML) and checked (no error, no dead
// link, nothing from another origin). One at a time: two would write into one folder.
import { lockCache } from "../data-loaders/lockCache.js";
import { placeFonts } from "./fonts/placeFonts.js";
import { bundleSite } from "./site/bundle/bundleSite.js";
import { checkSite } from "./site/checkSite.js";
import { writePolicy } from "./site/contentPolicy.js";
import { describePage } from "./site/describePage.js";
import { finishHtml } from "./site/finishHtml.js";
import { siteFiles } from "./site/siteFiles.js";
import { shareSite } from "./site/share/shareSite.js";
import { writeServiceWorker } from "./site/offline/writeServiceWorker.js";
import { CACHE_FOLDER, runFramework } from "./site/framework.js";
import { prerenderSite } from "./site/prerender/prerenderSite.js";
import { readFileSync, writeFileSync } from "node:fs";

const free = await lockCache(CACHE_FOLDER, { doing: "builds the site with" });
await runFramework("build", process.argv.slice(2));
for (const file of siteFiles("dist", ".html")) {
  writeFileSync(file, describePage(placeFonts(finishHtml(readFileSync(file, "utf8")))));
}
await bundleSite("dist");
await prerenderSite("dist");
await shareSite("dist");
for (const file of siteFiles("dist", ".html")) {
  writeFileSync(file, writePolicy(readFileSync(file, "utf8")));
}
await writeServiceWorker("dist"); // last, for it names what the files hold
const problems = checkSite("dist");
await free();
if (problems.length > 0) {
  console.error(`The built site has ${problems.length} problem(s):\n- ${problems.join("\n- ")}`);
  process.exitCode = 1;
}
