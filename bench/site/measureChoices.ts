// How long a page takes to show what a choice asks for: from the click to the last thing that changed because of it.
import type { Page } from "playwright-core";
import { spread, type Spread } from "../../src/lib/numbers/spread.js";

export interface ChoiceTimes {
  /** Milliseconds from a click to the last change of the page, its pictures included. */
  answerMs: Spread;
  choices: number;
  /** Milliseconds of the page's tasks over 50 ms meanwhile. */
  longTasks: number[];
}

/** Nothing has changed for so long: the page has answered. */
const STILL_MS = 400;

/** Presses the button again and again, each time once the page has shown what the press before asked for. */
export async function measureChoices(
  page: Page,
  button: string,
  { choices }: { choices: number },
): Promise<ChoiceTimes> {
  await page.evaluate(WATCH);
  const times: number[] = [];
  for (let choice = -2; choice < choices; choice++) {
    const ms = await page.evaluate<number>(`answerMs(${JSON.stringify(button)}, ${STILL_MS})`);
    if (choice >= 0) times.push(ms); // the first ones warm up
  }
  const longTasks = await page.evaluate<number[]>("longTasks");
  return { answerMs: spread(times), choices, longTasks };
}

/** Notes when the document changes and when a canvas is painted. */
const WATCH = `
  globalThis.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  }).observe({ type: "longtask" });
  let changedAt = 0;
  const note = () => { changedAt = performance.now(); };
  const everything = { subtree: true, childList: true, attributes: true, characterData: true };
  new MutationObserver(note).observe(document.body, everything);
  for (const method of ["putImageData", "drawImage", "fillRect"]) {
    const own = CanvasRenderingContext2D.prototype[method];
    CanvasRenderingContext2D.prototype[method] = function (...args) {
      note();
      return own.apply(this, args);
    };
  }
  globalThis.answerMs = async (label, stillMs) => {
    const button = [...document.querySelectorAll("button")].find(
      ({ textContent }) => textContent.trim() === label,
    );
    const pressedAt = performance.now();
    changedAt = pressedAt;
    button.click();
    while (performance.now() - changedAt < stillMs) {
      await new Promise((resolve) => setTimeout(resolve, stillMs / 4));
    }
    return changedAt - pressedAt;
  };
`;
