// The first page: whole before anything is pressed, and a network that learns in it when its button is.
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "../support/browser.js";
import { button } from "../support/button.js";

const START = "Entrena una aquí, en un segundo";
const AGAIN = "Otra vez, desde otro azar";

test("a network learns on the first page: verdicts flip, the share of right ones grows", async ({
  open,
}) => {
  const { page, problems } = await open("/index");
  expect(await verdicts(page)).toHaveLength(20);
  expect(await accuracy(page)).toBeCloseTo(88.5, 1);
  const least = leastSeen(page);
  await button(page, START).click();
  await button(page, AGAIN).waitFor();
  expect(await least).toBeLessThan(40);
  expect(await accuracy(page)).toBeGreaterThan(70);
  const right = (await verdicts(page)).filter((verdict) => verdict.endsWith("✓"));
  expect(right.length).toBeGreaterThan(12);
  await page.getByRole("status").filter({ hasText: "las mismas mil" }).waitFor();
  const first = await verdicts(page);
  await button(page, AGAIN).click();
  await expect.poll(() => verdicts(page)).not.toEqual(first);
  await button(page, AGAIN).waitFor();
  expect(problems).toEqual([]);
});

test("where the photos do not come it says so, shows the reference again, and tries once more", async ({
  open,
}) => {
  const { page } = await open("/index");
  const before = await verdicts(page);
  await page.route(/\/sample\./, (route) => route.abort());
  await button(page, START).click();
  await button(page, "Reintentar").waitFor();
  expect(await verdicts(page)).toEqual(before);
  await page.unroute(/\/sample\./);
  await button(page, "Reintentar").click();
  await button(page, AGAIN).waitFor();
  expect(await accuracy(page)).toBeGreaterThan(70);
});

function verdicts(page: Page): Promise<string[]> {
  return page.locator(".first-verdicts .image-caption").allTextContents();
}

async function accuracy(page: Page): Promise<number> {
  const text = await page.locator(".first-summary dd").textContent();
  return Number(/[\d,]+/.exec(text!)![0].replace(",", "."));
}

/** The least accuracy, in %, that the page shows until the training has ended. */
function leastSeen(page: Page): Promise<number> {
  return page.evaluate(
    (again) =>
      new Promise<number>((resolve) => {
        const shown = document.querySelector(".first-summary dd")!;
        let least = 100;
        const watch = () => {
          const now = Number(/[\d,]+/.exec(shown.textContent)![0].replace(",", "."));
          least = Math.min(least, now);
          const label = document.querySelector(".first-controls button")!.textContent;
          if (label === again) resolve(least);
        };
        new MutationObserver(watch).observe(document.querySelector(".first-lesson")!, {
          subtree: true,
          childList: true,
          characterData: true,
        });
      }),
    AGAIN,
  );
}
