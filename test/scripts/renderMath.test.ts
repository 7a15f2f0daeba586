import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { renderMath } from "../../scripts/markdown/renderMath.js";

interface Markdown {
  render(text: string): string;
  use(plugin: unknown): Markdown;
}

// The very markdown-it that Framework uses.
const manifest = createRequire(import.meta.url).resolve("@observablehq/framework/package.json");
const createMarkdown = createRequire(manifest)("markdown-it") as () => Markdown;
const render = (text: string) => createMarkdown().use(renderMath).render(text).trim();

test("$…$ becomes MathML in the line", () => {
  const html = render("La tasa $\\eta$ y el momento $\\mu = 0.9$.");
  expect(html.match(/<math/g)).toHaveLength(2);
  expect(html).toContain("η");
  expect(html).not.toMatch(/\$|display="block"|annotation/);
});

test("$$…$$ becomes a block of its own, with its subscripts and strokes untouched by Markdown", () => {
  const html = render("$$\nv_{t+1} = \\mu v_t +\n\\nabla L_w\n$$");
  expect(html).toContain('display="block"');
  expect(html).toContain("<msub>");
  expect(html).not.toContain("<em>");
});

test("prices, JavaScript's ${…} and escaped signs are no formulas", () => {
  for (const text of ["5 $ y 6 $", "`${x} y ${y}`", "${x} y ${y}", "\\$x\\$"]) {
    expect(render(text)).not.toContain("<math");
  }
});

test("inside code a dollar stays a dollar", () => {
  expect(render("`$x$`")).toBe("<p><code>$x$</code></p>");
});
