// The page to train, in a stock Firefox: silent, isolated, and with the same bits as everywhere.
// Where there is no Firefox and none can be had, skipped with a word on how to get one; in CI, failed.
import { afterAll, beforeAll, describe, expect, test, type TestContext } from "vitest";
import { bitsRequests } from "../../engine/bitsRequests.js";
import { type BitsRequest, engineBits } from "../../engine/engineBits.js";
import { siteUrl } from "../support/browser.js";
import { type FirefoxPage, openFirefoxPage } from "./firefoxPage.js";
import { bundled } from "../support/importInPage.js";
import { savedRun } from "../support/savedRun.js";
import { ensureFirefox } from "../../../scripts/ensureFirefox.js";
import { type Firefox, launchFirefox } from "../../../scripts/launchFirefox.js";
import fingerprint from "../../../src/reference/fingerprint.json" with { type: "json" };

const INSTALL_LIMIT_MS = 900_000;

let firefox: Firefox | undefined;
beforeAll(async () => {
  try {
    firefox = await launchFirefox(await ensureFirefox());
  } catch (error) {
    if (process.env.CI) throw error;
    console.warn(`SKIPPED: the tests in Firefox. ${(error as Error).message}`);
  }
}, INSTALL_LIMIT_MS);
afterAll(() => firefox?.close());

/** Opens the page to train, every cell with its first result; skips the test without a Firefox. */
async function openTraining({ skip, onTestFinished }: TestContext): Promise<FirefoxPage> {
  if (!firefox) return skip("no Firefox");
  const page = await openFirefoxPage(firefox, siteUrl("/entrenar"));
  onTestFinished(() => page.close());
  await page.waitUntil(
    () =>
      document.querySelector(".training-panel") !== null &&
      document.querySelector("observablehq-loading") === null,
  );
  return page;
}

/** Runs in the page. */
function train(values: Record<string, number>): void {
  for (const [id, value] of Object.entries(values)) {
    const field = document.querySelector<HTMLInputElement>(`#${id}`)!;
    field.value = String(value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  const buttons = [...document.querySelectorAll<HTMLElement>(".training-panel button")];
  buttons.find(({ textContent }) => textContent.trim() === "Entrenar")!.click();
}

/** Runs in the page. */
function statusHas(text: string): boolean {
  return document.querySelector(".training-status")!.textContent.includes(text);
}

describe("in Firefox", () => {
  test("the page to train opens in silence, isolated, with every cell sound", async (context) => {
    const page = await openTraining(context);
    expect(await page.evaluate(() => navigator.userAgent)).toContain("Firefox/");
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    expect(
      await page.evaluate(() => document.querySelectorAll(".observablehq--error").length),
    ).toBe(0);
    const counts = await page.evaluate(() =>
      [...document.querySelectorAll("#hilos option")].map((option) => option.textContent),
    );
    const cores = await page.evaluate(() => navigator.hardwareConcurrency);
    expect(counts).toContain(String(Math.min(2, cores)));
    expect(page.problems).toEqual([]);
  });

  test.for([1, 2])(
    "the engine gives the bits of the repository, threads: %i",
    async (threads, context) => {
      const page = await openTraining(context);
      await page.evaluate(train, {
        hilos: threads,
        "hiperparametro-epochs": 1,
        "hiperparametro-trainImages": 10_000,
      });
      const engine = threads === 1 ? "1 hilo" : `${threads} hilos`;
      await page.waitUntil(statusHas, `con motor propio (${engine}).`);
      expect(await page.evaluate(savedRun)).toMatchObject({
        status: "finished",
        batch: 500,
        weights: fingerprint.weightsSha256,
      });
      expect(page.problems).toEqual([]);
    },
  );

  test("the layers of all networks give the bits of Node", async (context) => {
    const page = await openTraining(context);
    const requests = bitsRequests();
    const text = `${await bundled("test/engine/engineBits.ts")}\nglobalThis.engineBits = engineBits;`;
    const there = await page.evaluate(bitsHere, text, requests);
    expect(there).toEqual(await engineBits(requests));
  });
});

/** Runs in the page. @param text of a module that leaves `engineBits` in the page */
async function bitsHere(text: string, requests: BitsRequest[]): Promise<string[]> {
  const src = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const script = Object.assign(document.createElement("script"), { type: "module", src });
  await new Promise((resolve, reject) => {
    Object.assign(script, { onload: resolve, onerror: reject });
    document.head.append(script);
  });
  const page = globalThis as unknown as { engineBits: typeof engineBits };
  return page.engineBits(requests);
}
