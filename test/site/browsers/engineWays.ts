// What is tested of the engine in every browser but Chromium, which has its own tests (training/): the bits of the
// repository with one thread and with two, and those of all layers.
import { expect, test } from "vitest";
import type { OpenIn } from "./inBrowser.js";
import type { ReaderPage } from "./readerPage.js";
import { savedRun } from "../support/savedRun.js";
import { bundled } from "../support/importInPage.js";
import { bitsRequests } from "../../engine/bitsRequests.js";
import { type BitsRequest, engineBits } from "../../engine/engineBits.js";
import fingerprint from "../../../src/reference/fingerprint.json" with { type: "json" };

/** A training of 500 steps, which gives the repository's bits; with a sound console. */
export async function expectBits(page: ReaderPage, threads: number, engine: string): Promise<void> {
  await page.evaluate(chooseThreads, threads);
  await page.fill("#hiperparametro-epochs", "1");
  await page.fill("#hiperparametro-trainImages", "10000");
  await page.press(".training-panel button", "Entrenar");
  await page.waitForText(".training-status", `con motor propio (${engine}).`);
  expect(await page.evaluate(savedRun)).toMatchObject({
    status: "finished",
    batch: 500,
    weights: fingerprint.weightsSha256,
  });
  expect(page.problems).toEqual([]);
}

export function testEngineWays(open: OpenIn): void {
  test("the page to train is isolated, has threads, and every cell is sound", async (context) => {
    const page = await open(context, "/entrenar");
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
      const page = await open(context, "/entrenar");
      await expectBits(page, threads, threads === 1 ? "1 hilo" : `${threads} hilos`);
    },
  );

  test("the layers of all networks give the bits of Node", async (context) => {
    const page = await open(context, "/entrenar");
    const requests = bitsRequests();
    const text = `${await bundled("test/engine/engineBits.ts")}\nglobalThis.engineBits = engineBits;`;
    const there = await page.evaluate(bitsHere, text, requests);
    expect(there).toEqual(await engineBits(requests));
  });
}

/** Runs in the page. */
function chooseThreads(threads: number): void {
  const select = document.querySelector<HTMLSelectElement>("#hilos")!;
  select.value = String(threads);
  select.dispatchEvent(new Event("input", { bubbles: true }));
}

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
