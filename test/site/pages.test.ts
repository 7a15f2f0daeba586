// Every page, as a reader finds it: sound, Spanish, silent, in order, and inside any window.
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { siteUrl, test } from "./browser.js";
import { sitePages } from "./sitePages.js";

const WIDTHS = [360, 390, 1280, 1920];
const english =
  /Toggle sidebar|Copy code|Copied!|Previous page|Next page|placeholder="Search"|Built with|no results/;

describe.each(sitePages)("page %s", (path) => {
  test("opens in Spanish, sound and in its place", async ({ open }) => {
    const { page, problems } = await open(path);
    expect.soft(problems).toEqual([]);
    expect.soft(await page.locator(".observablehq--error").allTextContents()).toEqual([]);
    expect.soft(await unresolvedCells(page)).toEqual([]);
    expect.soft(await page.locator("html").getAttribute("lang")).toBe("es");
    const viewport = await page.locator("meta[name=viewport]").getAttribute("content");
    expect.soft(viewport).toBe("width=device-width, initial-scale=1");
    expect.soft(await page.title()).toContain("Una red convolucional, viva");
    expect.soft(await page.locator("h1").count()).toBe(1);
    expect.soft(english.exec(await page.content())?.[0]).toBeUndefined();

    const position = sitePages.indexOf(path);
    const neighbours = { prev: sitePages[position - 1], next: sitePages[position + 1] };
    for (const [rel, neighbour] of Object.entries(neighbours)) {
      const expected = neighbour === undefined ? [] : [siteUrl(neighbour)];
      expect.soft(await pagerLinks(page, rel)).toEqual(expected);
    }
  });

  test("lets the keyboard skip to its content, and never scrolls sideways", async ({ open }) => {
    const { page } = await open(path, { viewport: { width: WIDTHS[0]!, height: 800 } });
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      "Saltar al contenido",
    );
    expect(await page.locator(".skip-link").boundingBox()).toMatchObject({ x: 8, y: 8 });
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("observablehq-main");
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await page.waitForTimeout(250); // figures draw again once the window rests
      expect.soft({ width, wider: await widerThanWindow(page) }).toEqual({ width, wider: [] });
    }
  });
});

test("an address that does not exist answers with the site's own page", async ({ open }) => {
  const { page, problems } = await open("/no-existe");
  expect(await page.locator("h1").textContent()).toBe("Esta página no existe");
  expect(problems.filter((problem) => !problem.includes("/no-existe"))).toEqual([]);
  await page.getByRole("link", { name: "Vuelve al principio" }).click();
  await page.waitForURL(siteUrl("/"));
});

/** The cells that still wait for their first result, each by the text before it. */
function unresolvedCells(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("observablehq-loading")].map(
      (loading) => loading.closest(".observablehq")?.previousElementSibling?.textContent ?? "?",
    ),
  );
}

/** Where the footer's links of this relation lead; each must be labelled in Spanish. */
async function pagerLinks(page: Page, rel: string): Promise<string[]> {
  const links = await page.locator(`#observablehq-footer nav a[rel=${rel}]`).evaluateAll((found) =>
    found.map((link) => ({
      href: (link as HTMLAnchorElement).href,
      label: getComputedStyle(link, "::before").content,
    })),
  );
  const label = rel === "prev" ? '"Página anterior"' : '"Página siguiente"';
  for (const link of links) expect.soft(link.label).toBe(label);
  return links.map(({ href }) => href);
}

/** Names of the elements that make the page wider than its window; empty if it fits. */
function widerThanWindow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).overflowX !== "visible" || scrolls(element.parentElement));
    const wide = [...document.querySelectorAll("main *")].filter(
      (element) =>
        element.getBoundingClientRect().right > clientWidth && !scrolls(element.parentElement),
    );
    return [
      `${scrollWidth} px`,
      ...wide.slice(0, 5).map((element) => {
        const { tagName, className } = element as HTMLElement;
        return `${tagName}.${className}`;
      }),
    ];
  });
}
