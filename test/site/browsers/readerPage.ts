// What a reader does on a page of the site, with any browser's hands: looks until something is there, presses, types.
import type { BrowserTab, Place, StartedBrowser } from "./browserTab.js";

const WAIT_LIMIT_MS = 120_000;
const POLL_INTERVAL_MS = 200;

export interface ReaderPage extends Pick<BrowserTab, "problems" | "evaluate" | "close"> {
  /** Resolves when the page's cells have taken their places. */
  visit(path: string): Promise<void>;
  reload(): Promise<void>;
  /** Presses the link with this very text; resolves when the cells of the page behind it have taken their places. */
  follow(selector: string, text: string): Promise<void>;
  /** Resolves with the function's first answer that is neither null nor false; after two minutes rejects with the page's text. */
  waitFor<A extends unknown[], T>(find: (...values: A) => T | null, ...values: A): Promise<T>;
  /** Resolves when one of these elements contains the text. */
  waitForText(selector: string, text: string): Promise<void>;
  /** Presses the first of these elements that has this very text. */
  press(selector: string, text: string): Promise<void>;
  /** Presses a word of an element's text twice, which selects it, and types another. */
  retype(selector: string, context: string, word: string, other: string): Promise<void>;
  /** Types into a field instead of what it holds. */
  fill(selector: string, value: string): Promise<void>;
}

/** A page in a profile of its own. */
export async function openReaderPage(browser: StartedBrowser, path: string): Promise<ReaderPage> {
  const page = readerPage(await browser.openTab(), browser.siteUrl);
  await page.visit(path);
  return page;
}

function readerPage(tab: BrowserTab, siteUrl: string): ReaderPage {
  const waitFor: ReaderPage["waitFor"] = async (find, ...values) => {
    const end = performance.now() + WAIT_LIMIT_MS;
    for (;;) {
      const found = await tab.evaluate(find, ...values);
      if (found !== null && found !== false) return found;
      if (performance.now() > end) break;
      await aMoment();
    }
    const { problems } = tab;
    const status = await tab.evaluate(() => document.querySelector("[role=status]")?.textContent);
    const found = JSON.stringify({ status, problems });
    throw new Error(`waited in vain for ${String(find)}, ${JSON.stringify(values)}; ${found}`);
  };
  /** Over a connection that the browser takes for slow, a page waits for the reader before it brings its code. */
  const settle = async () => {
    await tab.evaluate(() => dispatchEvent(new Event("pointerover")));
    await waitFor(hasSettled);
  };
  /** Where it stays: what has just been typed may still move it. */
  const steadyPlace = async (find: (...values: string[]) => Place | null, ...values: string[]) => {
    const end = performance.now() + WAIT_LIMIT_MS;
    for (let before: Place | undefined; ;) {
      const place = await waitFor(find, ...values);
      if (place.x === before?.x && place.y === before.y) return place;
      if (performance.now() > end) {
        throw new Error(`${values.join(" ")} moves on: ${JSON.stringify([before, place])}`);
      }
      before = place;
      await aMoment();
    }
  };
  return {
    problems: tab.problems,
    evaluate: (run, ...values) => tab.evaluate(run, ...values),
    close: () => tab.close(),
    waitFor,
    visit: async (path) => {
      await tab.go(siteUrl + path.replace(/^\//, ""));
      await settle();
    },
    reload: async () => {
      await tab.reload();
      await settle();
    },
    follow: async (selector, text) => {
      const before = await tab.evaluate(() => location.pathname);
      await tab.click(await steadyPlace(placeOf, selector, text), 1);
      const end = performance.now() + WAIT_LIMIT_MS;
      const path = () => tab.evaluate(() => location.pathname).catch(() => before); // while it is left
      while ((await path()) === before) {
        if (performance.now() > end) throw new Error(`«${text}» leads nowhere`);
        await aMoment();
      }
      await settle();
    },
    waitForText: async (selector, text) => {
      await waitFor(hasText, selector, text);
    },
    press: async (selector, text) => {
      await tab.click(await steadyPlace(placeOf, selector, text), 1);
    },
    retype: async (selector, context, word, other) => {
      await tab.click(await steadyPlace(placeOfWord, selector, context, word), 2);
      await waitFor(isSelected, word);
      await tab.type(other);
    },
    fill: async (selector, value) => {
      await tab.click(await steadyPlace(placeOf, selector, ""), 3);
      await tab.type(value);
      await waitFor(holds, selector, value);
    },
  };
}

const aMoment = () => new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS));

// These run in the page.

function hasSettled(): boolean {
  const isHere = document.documentElement.dataset["code"] !== undefined;
  return isHere && document.querySelector("observablehq-loading") === null;
}

function hasText(selector: string, text: string): boolean {
  return [...document.querySelectorAll(selector)].some((found) => found.textContent.includes(text));
}

/** The middle of the first such element with this text, if a press there would reach it. */
function placeOf(selector: string, text: string): Place | null {
  const element = [...document.querySelectorAll(selector)].find(
    ({ textContent }) => text === "" || textContent.trim() === text,
  );
  if (!element) return null;
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, top, width, height } = element.getBoundingClientRect();
  const place = { x: left + width / 2, y: top + height / 2 };
  return element.contains(document.elementFromPoint(place.x, place.y)) ? place : null;
}

/** The middle of a word in a line that has this text. */
function placeOfWord(selector: string, context: string, word: string): Place | null {
  const root = document.querySelector(selector);
  const walker = root && document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let before = "";
  while (walker?.nextNode()) {
    const { textContent, parentElement } = walker.currentNode as Text;
    const at = (before + textContent).indexOf(context) + context.lastIndexOf(word) - before.length;
    if (at < 0 || !(before + textContent).includes(context)) {
      before += textContent;
      continue;
    }
    parentElement!.scrollIntoView({ block: "center", behavior: "instant" });
    const range = document.createRange();
    range.setStart(walker.currentNode, at);
    range.setEnd(walker.currentNode, at + word.length);
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }
  return null;
}

function isSelected(word: string): boolean {
  return getSelection()?.toString() === word;
}

function holds(selector: string, value: string): boolean {
  return document.querySelector<HTMLInputElement>(selector)!.value === value;
}
