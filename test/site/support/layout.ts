// A window of another width, and what stands out of its place there.
import type { Page } from "playwright-core";
import { settle } from "./browser.js";

/** Gives the page another width, and waits until the figures that are as wide as their place are drawn again. */
export async function resize(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame(); // at its end who watches a width learns of it
    await frame();
  });
  await settle(page);
}

/** Names of the elements that make the page wider than its window; empty if it fits. */
export function widerThanWindow(page: Page): Promise<string[]> {
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

/** Tables and code that go on to the right of their box without fading there, by their first words. */
export function cutWithoutCue(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("main .table-scroll, main pre")]
      .filter(
        ({ scrollLeft, scrollWidth, clientWidth }) => scrollWidth - clientWidth - scrollLeft > 1,
      )
      .filter((box) => box.checkVisibility() && getComputedStyle(box).maskImage === "none")
      .map((box) => box.textContent.trim().slice(0, 30)),
  );
}

/** The pixels of the table of runs that its box hides; 0 if all its columns are seen. */
export function hiddenColumnsPx(page: Page): Promise<number> {
  return page
    .getByRole("region", { name: /^Tabla de / })
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
}
