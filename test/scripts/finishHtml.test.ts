import { expect, test } from "vitest";
import { finishHtml } from "../../scripts/site/finishHtml.js";
import { previewHead } from "../../scripts/site/previewHead.js";

const page = `<!DOCTYPE html>
<html>
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
${previewHead}<body>
<input id="observablehq-sidebar-toggle" type="checkbox" title="Toggle sidebar">
<nav id="observablehq-sidebar">
  <ol>
    <label id="observablehq-sidebar-close" for="observablehq-sidebar-toggle"></label>
  </ol>
<input type="search" placeholder="Search">
</nav>
<aside id="observablehq-toc" data-selector="h1">
<nav>
</nav>
</aside>
<main id="observablehq-main" class="observablehq">
<h2 id="uno" class="visually-hidden"><a class="observablehq-header-anchor" href="#uno">Uno</a></h2>
<h2 id="dos"><a class="observablehq-header-anchor" href="#dos">Dos</a></h2>
<pre data-language="js"></pre>
<pre data-language="ts"></pre>`;

test("finishHtml gives the page its language, a viewport that zooms and Spanish controls", () => {
  const html = finishHtml(page);
  expect(html).toContain('<html lang="es">');
  expect(html).not.toContain("maximum-scale");
  expect(html).not.toContain("<script>");
  expect(html).toContain('<a class="skip-link" href="#observablehq-main">Saltar al contenido</a>');
  expect(html).toContain('<main id="observablehq-main" tabindex="-1"');
  expect(html).not.toMatch(/Toggle sidebar|placeholder="Search"/);
  expect(html).toContain('<nav aria-label="En esta página">');
  expect(html.match(/<pre tabindex="0"/g)).toHaveLength(2);
  expect(html).toMatch(/<ol>\s*<li><label/);
  expect(html.match(/<a tabindex="-1"[^>]*>(?!Dos)/g)).toHaveLength(1);
});

test("finishHtml takes the fixed base from 404.html, so that the page works under a sub-path", () => {
  expect(finishHtml(page.replace("<meta", '<base href="/">\n<meta'))).not.toContain("<base");
});

test("finishHtml accepts a page without a table of contents", () => {
  expect(() => finishHtml(page.replace(/<aside[^]*<.aside>\n/, ""))).not.toThrow();
});

test("finishHtml names what an update of Framework has moved", () => {
  expect(() => finishHtml(page.replace("Toggle sidebar", "Toggle"))).toThrow(
    /"sidebar toggle" expected title="Toggle sidebar", not found/,
  );
});

test("finishHtml refuses a page that it has already finished", () => {
  expect(() => finishHtml(finishHtml(page))).toThrow(/"language" expected/);
});
