import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { keepTogether } from "../../scripts/markdown/keepTogether.js";

interface Markdown {
  render(text: string): string;
  use(plugin: unknown): Markdown;
}

// The very markdown-it that Framework uses.
const manifest = createRequire(import.meta.url).resolve("@observablehq/framework/package.json");
const createMarkdown = createRequire(manifest)("markdown-it") as () => Markdown;
const render = (text: string) => createMarkdown().use(keepTogether).render(text).trim();

test("a number and its %, and the sides of an image, stay in one line", () => {
  expect(render("Un **20 %**: de 28 × 28 × 1 a 5 × 5.")).toBe(
    "<p>Un <strong>20\u00a0%</strong>: de 28\u00a0×\u00a028\u00a0×\u00a01 a 5\u00a0×\u00a05.</p>",
  );
});

test("code and other signs are left as they are", () => {
  expect(render("`a % 2` y 2 + 2, filas × columnas")).toBe(
    "<p><code>a % 2</code> y 2 + 2, filas × columnas</p>",
  );
});
