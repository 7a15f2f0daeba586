// npm run build: the static site in dist/, finished (Spanish HTML) and checked (no error, no dead
// link, nothing from another origin).
import { placeFonts } from "./fonts/placeFonts.js";
import { checkSite } from "./site/checkSite.js";
import { finishHtml } from "./site/finishHtml.js";
import { htmlFiles } from "./site/htmlFiles.js";
import { inlineServiceWorker } from "./site/inlineServiceWorker.js";
import { runFramework } from "./site/framework.js";
import { readFileSync, writeFileSync } from "node:fs";

await runFramework("build", process.argv.slice(2));
for (const file of htmlFiles("dist")) {
  writeFileSync(file, placeFonts(finishHtml(readFileSync(file, "utf8"))));
}
inlineServiceWorker("dist");
const problems = checkSite("dist");
if (problems.length > 0) {
  console.error(`The built site has ${problems.length} problem(s):\n- ${problems.join("\n- ")}`);
  process.exitCode = 1;
}
