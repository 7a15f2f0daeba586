import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { describePage } from "../../scripts/site/describePage.js";

function page(main: string): string {
  return `<!doctype html><html><head><title>A &amp; B</title></head><body><main>${main}</main></body></html>`;
}

test("a page is described by its title and its first paragraph, as plain text", () => {
  const html = page(
    `<h1>Uno</h1>\n<div><p>Fuera</p></div><p>Mira <em>esto</em>:\n «x» < "y".</p><p>Más</p>`,
  );
  const { document } = new JSDOM(describePage(html)).window;
  const content = (selector: string) => document.querySelector(selector)!.getAttribute("content");
  expect(content("meta[name=description]")).toBe('Mira esto: «x» < "y".');
  expect(content('meta[property="og:description"]')).toBe('Mira esto: «x» < "y".');
  expect(content('meta[property="og:title"]')).toBe("A & B");
});

test("dollars stand as they are, and nothing else of the page changes", () => {
  const html = page("<h1>Uno</h1><p>Cuesta $& o $1.</p>");
  const described = describePage(html);
  expect(described).toContain('content="Cuesta $&amp; o $1."');
  expect(described.replace(/<meta[^>]*>\n?/g, "").replace("</title>\n", "</title>")).toBe(html);
});

test("a page that does not begin with a paragraph stops the build", () => {
  expect(() => describePage(page("<h1>Uno</h1><ul></ul>"))).toThrow("first paragraph");
});
