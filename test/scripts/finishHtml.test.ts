import { expect, test } from "vitest";
import { finishHtml } from "../../scripts/site/finishHtml.js";

const page = `<!DOCTYPE html>
<html>
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<body>
<input id="observablehq-sidebar-toggle" type="checkbox" title="Toggle sidebar">
<nav id="observablehq-sidebar">
<input type="search" placeholder="Search">
</nav>
<aside id="observablehq-toc" data-selector="h1"></aside>
<main id="observablehq-main" class="observablehq">`;

test("finishHtml gives the page its language, a viewport that zooms and Spanish controls", () => {
  const html = finishHtml(page);
  expect(html).toContain('<html lang="es">');
  expect(html).not.toContain("maximum-scale");
  expect(html).toContain('<a class="skip-link" href="#observablehq-main">Saltar al contenido</a>');
  expect(html).toContain('<main id="observablehq-main" tabindex="-1"');
  expect(html).not.toMatch(/Toggle sidebar|placeholder="Search"/);
});

test("finishHtml accepts a page without a table of contents", () => {
  expect(() => finishHtml(page.replace(/<aside.*\n/, ""))).not.toThrow();
});

test("finishHtml names what an update of Framework has moved", () => {
  expect(() => finishHtml(page.replace("Toggle sidebar", "Toggle"))).toThrow(
    /"sidebar toggle" expected title="Toggle sidebar", not found/,
  );
});

test("finishHtml refuses a page that it has already finished", () => {
  expect(() => finishHtml(finishHtml(page))).toThrow(/"language" expected/);
});
