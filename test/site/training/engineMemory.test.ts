// The memory that training with the engine takes, on the page itself: the reader's laptop has other
// things to do too.
import type { Browser, Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { launchChromium } from "../../../scripts/launchChromium.js";
import { testIn } from "../support/browser.js";
import { button } from "../support/button.js";
import { beginTraining, trainingStatus } from "../support/trainingPage.js";
import { workerSession } from "../support/workerSession.js";
import { residentBytes, totalBytes, workerMemory, type WorkerMemory } from "./workerMemory.js";

const MOST_BYTES = 150_000_000;
const IMAGE_BYTES = 70_000 * 28 * 28;
/** A run rightly adds its curve and epochs, and a collection leaves a little. */
const STEADY_BYTES = 1_000_000;
/** The system's count has the garbage in it, and what the allocators keep. */
const STEADY_RESIDENT_BYTES = 20_000_000;

/** In which no other test leaves anything. */
const test = testIn(() => launchChromium(inject("chromiumPath")));

async function train(
  page: Page,
  { threads, ...values }: { threads: number; epochs: number; trainImages: number },
): Promise<void> {
  await page.getByLabel("Hilos del motor propio").selectOption(String(threads));
  await beginTraining(page, values);
}

/** Pauses the run once it has come to this epoch, and measures what its worker holds. */
async function pauseAndMeasure(
  browser: Browser,
  page: Page,
  { epoch }: { epoch: number },
): Promise<WorkerMemory> {
  await page.waitForFunction(
    (wanted) => {
      const status = document.querySelector(".training-status")!.textContent;
      return Number(/^Época (\d+) de/.exec(status)?.[1]) >= wanted;
    },
    epoch,
    { timeout: 120_000 },
  );
  await button(page, "Pausa").click();
  await trainingStatus(page, "En pausa.").waitFor();
  const session = await workerSession(browser, /\/worker\.\w+\.js$/);
  const memory = await workerMemory(session);
  await session.detach();
  return memory;
}

describe.each([{ threads: 1 }, { threads: 2 }])("with $threads threads", ({ threads }) => {
  test("the engine and all the images take under 150 MB", async ({ browser, open }) => {
    const { page } = await open("/entrenar");
    const before = await residentBytes(browser);
    await train(page, { threads, epochs: 3, trainImages: 60_000 });
    const memory = await pauseAndMeasure(browser, page, { epoch: 2 });
    expect(memory.engine).toBeGreaterThan(0);
    expect(memory.buffers).toBeGreaterThan(IMAGE_BYTES);
    expect(totalBytes(memory)).toBeLessThan(MOST_BYTES);
    if (before !== undefined) {
      const grown = async () => (await residentBytes(browser))! - before;
      await expect.poll(grown).toBeLessThan(MOST_BYTES); // what is freed goes back a moment later
    }
  });

  // Every epoch's weights pass through the page's process into the store; what they leave behind until it
  // is collected comes to its ceiling within some fifty epochs (measured: 257 MB, 303 MB, then 306–317 MB).
  test("30 epochs take no more than those before", async ({ browser, open }) => {
    // With images set apart an epoch does not go through the 10,000 of the test.
    const { page } = await open("/entrenar?validacion=100");
    await train(page, { threads, epochs: 400, trainImages: 700 });
    const early = await pauseAndMeasure(browser, page, { epoch: 60 });
    const earlyResident = await residentBytes(browser);
    await button(page, "Continuar").click();
    const late = await pauseAndMeasure(browser, page, { epoch: 90 });
    expect(late.engine).toBe(early.engine);
    expect(totalBytes(late) - totalBytes(early)).toBeLessThan(STEADY_BYTES);
    if (earlyResident !== undefined) {
      expect((await residentBytes(browser))! - earlyResident).toBeLessThan(STEADY_RESIDENT_BYTES);
    }
  });
});
