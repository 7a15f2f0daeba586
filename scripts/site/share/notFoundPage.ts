// The page for addresses that do not exist. A host serves it at any depth, where relative addresses lead nowhere: so what
// its head asks for waits in a template until the page's own script knows where the site begins (src/notFound.ts).
import { build } from "esbuild";
import config from "../../../observablehq.config.js";

const ASKING =
  /<link (?!rel="canonical")[^>]*>\n?|<style>[\s\S]*?<\/style>\n?|<script type="module"[^>]*><\/script>\n?/g;
const PLACE = '<div id="paginas"></div>';
/** Until the site's own style is there. */
const BEFORE = `<style id="antes">body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:17px/1.5 Georgia,serif}</style>`;

/** Throws an Error where the page is not as expected. */
export async function notFoundPage(html: string): Promise<string> {
  const end = html.indexOf("</head>");
  if (end < 0 || !html.includes(PLACE)) throw new Error(`404: a head and ${PLACE} expected`);
  const head = html.slice(0, end);
  const asking = (head.match(ASKING) ?? []).join("");
  const styles = (asking.match(/<link rel="stylesheet"[^>]*>/g) ?? []).join("");
  const changed = head.replace(ASKING, "");
  const body = html.slice(end).replace(PLACE, `<div id="paginas">${pageLists()}</div>`);
  const template = `<template id="cabecera" data-site="${config.title}">\n${asking}</template>`;
  return `${changed}${BEFORE}<noscript>${styles}</noscript>\n${body.replace(
    "</body>",
    `${template}\n<script>${await script()}</script>\n</body>`,
  )}`;
}

function pageLists(): string {
  return config.pages
    .map(({ name, pages }) => {
      const items = pages.map(
        (page) => `<li><a href="./${page.path.slice(1)}.html">${page.name}</a></li>`,
      );
      return `<h2>${name}</h2>\n<ul>\n${items.join("\n")}\n</ul>`;
    })
    .join("\n");
}

async function script(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ["src/notFound.ts"],
    bundle: true,
    format: "iife",
    target: "es2022",
    minify: true,
    write: false,
  });
  return outputFiles[0]!.text.trim();
}
