// Every page, as a reader finds it: sound, Spanish, silent, in order, accessible, and inside any window, on paper too.
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { expectHandout } from "./handout.js";
import { axeViolations } from "../support/axeViolations.js";
import { linkUrl, siteUrl, test } from "../support/browser.js";
import { focusedText } from "../support/focusedText.js";
import { cutWithoutCue, resize, widerThanWindow } from "../support/layout.js";
import { sitePages } from "../support/sitePages.js";

const WIDTHS = [360, 390, 1280, 1920];
const english =
  /Toggle sidebar|Copy code|Copied!|Previous page|Next page|placeholder="Search"|Built with|no results/;

// One visit for all of it: opening a page takes longer than looking at it.
test.for(sitePages)(
  "page %s is sound, Spanish, accessible, inside any window, and a handout",
  async (path, { open }) => {
    const { page, problems } = await open(path, { viewport: { width: WIDTHS[0]!, height: 800 } });
    expect.soft(await page.locator(".observablehq--error").allTextContents()).toEqual([]);
    // A busy machine may be silent on the network while it still computes.
    await expect.poll(() => unresolvedCells(page), { timeout: 20_000 }).toEqual([]);
    await expectSpanish(page);
    expect.soft(await foreignFonts(page)).toEqual([]);
    await expectNeighbours(page, path);
    await expectSkipLink(page);
    for (const width of WIDTHS) {
      await resize(page, width);
      await expect.poll(() => widerThanWindow(page), { message: `${width} px` }).toEqual([]);
      expect.soft({ width, cut: await cutWithoutCue(page) }).toEqual({ width, cut: [] });
    }
    await expectAccessible(page);
    await expectHandout(page);
    expect.soft(problems).toEqual([]);
  },
);

test("an address that does not exist answers with the site's own page", async ({ open }) => {
  const { page, problems } = await open("/no-existe");
  expect(await page.locator("h1").textContent()).toBe("Esta página no existe");
  expect(problems.filter((problem) => !problem.includes("/no-existe"))).toEqual([]);
  await expectAccessible(page);
  await page.getByRole("link", { name: "volver al principio" }).click();
  await page.waitForURL(siteUrl("/"));
});

test("the confusion matrix keeps its cells on paper", async ({ open }) => {
  const { page } = await open("/evaluar");
  await page.emulateMedia({ media: "print" });
  const cells = page.locator(".confusion-matrix td button").filter({ visible: true });
  expect(await cells.count()).toBe(100);
});

async function expectSpanish(page: Page): Promise<void> {
  expect.soft(await page.locator("html").getAttribute("lang")).toBe("es");
  const viewport = await page.locator("meta[name=viewport]").getAttribute("content");
  expect.soft(viewport).toBe("width=device-width, initial-scale=1");
  expect.soft(await page.title()).toContain("Una red convolucional, viva");
  expect.soft(await page.locator("h1").count()).toBe(1);
  expect.soft(english.exec(await page.content())?.[0]).toBeUndefined();
}

async function expectNeighbours(page: Page, path: string): Promise<void> {
  const position = sitePages.indexOf(path);
  const neighbours = { prev: sitePages[position - 1], next: sitePages[position + 1] };
  for (const [rel, neighbour] of Object.entries(neighbours)) {
    const expected = neighbour === undefined ? [] : [linkUrl(neighbour)];
    expect.soft(await pagerLinks(page, rel)).toEqual(expected);
  }
}

/** The first thing that the keyboard comes to, on a page just opened. */
async function expectSkipLink(page: Page): Promise<void> {
  await page.keyboard.press("Tab");
  expect(await focusedText(page)).toBe("Saltar al contenido");
  expect(await page.locator(".skip-link").boundingBox()).toMatchObject({ x: 8, y: 8 });
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("observablehq-main");
}

/** No rule of axe broken: by day in a laptop's window, by night in a phone's. */
async function expectAccessible(page: Page): Promise<void> {
  await resize(page, 1280);
  expect.soft(await axeViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  await resize(page, 390);
  expect.soft(await axeViolations(page)).toEqual([]);
}

/** What is set in a font of the reader's machine, formulas aside; empty once the site's own are there. */
function foreignFonts(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    const foreign = [
      ...document.querySelectorAll("body *:not(math, math *, [type=checkbox])"),
    ].filter((element) => !getComputedStyle(element).fontFamily.startsWith('"Source '));
    const missing = [...document.fonts].filter(
      (face) =>
        face.family === "Source Sans 3" && face.style === "normal" && face.status !== "loaded",
    );
    return [
      ...new Set(foreign.map(({ tagName, className }) => `${tagName}.${className}`)),
      ...missing.map(({ family, status }) => `${family}: ${status}`),
    ];
  });
}

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
