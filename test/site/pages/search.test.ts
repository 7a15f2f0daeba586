// The search in the sidebar, in Spanish, with and without accents.
import { expect } from "vitest";
import { linkUrl, test } from "../support/browser.js";
import { sitePages } from "../support/sitePages.js";

test.for(["convolución", "convolucion"])(
  "a search for «%s» finds pages",
  async (word, { open }) => {
    const { page, problems } = await open("/index");
    const search = page.getByRole("searchbox", { name: "Buscar en el cuaderno" });
    await search.click();
    await search.pressSequentially(word);
    const results = page.locator("#observablehq-search-results");
    await results.getByText(/^\d+ resultados$/).waitFor();
    const targets = await results
      .locator("a")
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(targets.length).toBeGreaterThan(1);
    const known = sitePages.map(linkUrl);
    expect(known).toEqual(expect.arrayContaining(targets));
    expect(problems).toEqual([]);
  },
);

test("a search that finds nothing says so", async ({ open }) => {
  const { page } = await open("/index");
  await page.getByRole("searchbox", { name: "Buscar en el cuaderno" }).fill("xyzzyx");
  await page.locator("#observablehq-search-results").getByText("Sin resultados").waitFor();
});

test("the key that is shown beside the search leads to it, also from a phone's closed index", async ({
  open,
}) => {
  for (const width of [1280, 390]) {
    const { page } = await open("/glosario", { viewport: { width, height: 800 } });
    expect(await page.locator("#observablehq-search").getAttribute("data-shortcut")).toBe("Alt-K");
    await page.keyboard.press("Alt+K");
    const search = page.getByRole("searchbox", { name: "Buscar en el cuaderno" });
    await expect
      .poll(() => search.evaluate((input) => input === document.activeElement))
      .toBe(true);
  }
});
