// What Framework lets pass: cells with an error, links and anchors that lead nowhere, imports from a
// CDN, files of another origin. Reads the built files only; the tests open them in a browser.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { siteFiles } from "./siteFiles.js";

/** One line for each problem, naming the page; empty if the site is sound. */
export function checkSite(folder: string): string[] {
  const problems: string[] = [];
  if (existsSync(join(folder, "_npm"))) {
    const names = readdirSync(join(folder, "_npm")).join(", ");
    problems.push(`_npm/ expected absent, found ${names}: import from node_modules instead`);
  }
  for (const file of siteFiles(folder, ".html")) {
    const html = readFileSync(file, "utf8");
    const page = relative(folder, file);
    if (html.includes("observablehq--error")) problems.push(`${page}: a cell with an error`);
    for (const [, url] of html.matchAll(
      /<(?:script|link|img)[^>]*\s(?:src|href)="(https?:[^"]*)"/g,
    )) {
      problems.push(`${page}: a file of another origin, ${url!}`);
    }
    for (const [, href] of html.matchAll(/<a\s[^>]*href="([^"#?:]*)(?:[?#][^"]*)?"/g)) {
      if (!linkTarget(folder, file, href!)) problems.push(`${page}: a dead link, ${href!}`);
    }
    // One with "=" is no anchor: it says what the page shows, `#imagen=95`.
    for (const [, href, anchor] of html.matchAll(/<a\s[^>]*href="([^"#?:]*)#([^"=]+)"/g)) {
      const target = linkTarget(folder, file, href!);
      const id = decodeURIComponent(anchor!);
      if (target && !readFileSync(target, "utf8").includes(`id="${id}"`)) {
        problems.push(`${page}: a dead anchor, ${href!}#${anchor!}`);
      }
    }
  }
  return problems;
}

/** The file that a relative link leads to on every host: the very file that it names, or a folder's index. */
function linkTarget(folder: string, page: string, href: string): string | undefined {
  if (href === "") return page;
  const path = href.startsWith("/") ? join(folder, href) : join(dirname(page), decodeURI(href));
  return [path, join(path, "index.html")].find(
    (file) => existsSync(file) && statSync(file).isFile(),
  );
}
