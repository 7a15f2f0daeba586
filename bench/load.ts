// npm run bench:load: how each page of the built site arrives on a phone far from the host, by Lighthouse: 390 px, slow 4G,
// a processor 4 × slower. Needs the built site. Prints a line a page; --json writes bench/results/load.json too, where pages
// measured by themselves take the place of what the same machine had measured of them.
// Usage: npm run bench:load -- [--page evaluar] [--runs 3] [--folder dist] [--json]
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { warnOfLoad } from "./busyShare.js";
import { measureOrigin } from "./measureOrigin.js";
import { measureLoad } from "./site/measureLoad.js";
import { measureSecondPage } from "./site/measureSecondPage.js";
import { ensureChromium } from "../scripts/ensureChromium.js";
import { launchChromium } from "../scripts/launchChromium.js";
import { serveSite } from "../scripts/site/serveSite.js";
import { siteFiles } from "../scripts/site/siteFiles.js";
import type { LoadReport, PageArrival } from "../src/lib/reports/loadReport.js";

const { values } = parseArgs({
  options: {
    page: { type: "string", multiple: true },
    runs: { type: "string", default: "3" },
    folder: { type: "string", default: "dist" },
    json: { type: "boolean", default: false },
  },
});
const RESULT = "bench/results/load.json";
const { folder } = values;
const runs = Number(values.runs);
if (!existsSync(folder)) throw new Error(`${folder}/ expected, nothing found: npm run build`);
await warnOfLoad();
const { url, server } = await serveSite(folder);
const chromium = await ensureChromium();
const browser = await launchChromium(chromium);
const pages: PageArrival[] = [];
for (const name of values.page ?? pageNames()) {
  const arrival = await measureLoad(`${url}${name}.html`, { chromium, runs });
  const tab = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const secondMs = await measureSecondPage(tab, { url, name, runs });
  await tab.close();
  pages.push({ page: name, ...arrival, secondMs });
  console.log(name.padEnd(24), JSON.stringify(pages.at(-1)));
}
const report: LoadReport = { ...measureOrigin("npm run bench:load", browser.version()), pages };
await browser.close();
server.close();
server.closeAllConnections();
if (values.json) writeFileSync(RESULT, `${JSON.stringify(withFormer(report), null, 2)}\n`);

function withFormer(now: LoadReport): LoadReport {
  if (!values.page) return now;
  const former = JSON.parse(readFileSync(RESULT, "utf8")) as LoadReport;
  if (JSON.stringify(former.machine) !== JSON.stringify(now.machine)) {
    throw new Error(`${RESULT} is of another machine: measure all pages`);
  }
  const measured = new Map(now.pages.map((page) => [page.page, page]));
  return {
    ...now,
    command: former.command,
    pages: former.pages.map((page) => measured.get(page.page) ?? page),
  };
}

/** All but the one for an address that does not exist. */
function pageNames(): string[] {
  return siteFiles(folder, ".html")
    .map((file) => basename(file, ".html"))
    .filter((name) => name !== "404");
}
