// A thread of the engine that dies in the middle of a run: the reader is told, and loses only time.
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "../support/browser.js";
import { savedRun } from "../support/savedRun.js";
import { beginTraining, waitForStatus } from "../support/trainingPage.js";
import { workerSession } from "../support/workerSession.js";

const EPOCHS = 4;
const BATCHES_PER_EPOCH = 1000; // an epoch lasts longer than a report of the training is apart

/** Trains with two threads. */
async function train(page: Page): Promise<void> {
  await page.getByLabel("Hilos del motor propio").selectOption("2");
  await beginTraining(page, { epochs: EPOCHS, trainImages: 20 * BATCHES_PER_EPOCH });
}

test("when a thread dies the run goes on from its last save, to the same bits", async ({
  browser,
  open,
}) => {
  const { page: undisturbed } = await open("/entrenar");
  await train(undisturbed);
  await waitForStatus(undisturbed, "con motor propio (2 hilos).");
  const expected = await undisturbed.evaluate(savedRun);
  await undisturbed.close();

  const { page, problems } = await open("/entrenar");
  await train(page);
  await waitForStatus(page, /Época [23] de/);
  const before = await page.evaluate(savedRun);
  expect(before.status).toBe("running");
  const thread = await workerSession(browser, /\/thread\.\w+\.js$/);
  await thread.send("Runtime.terminateExecution"); // the worker stays, and computes no more
  await thread.detach();

  const alert = page.locator(".training-panel [role=alert]");
  await alert
    .getByText("Un hilo del motor ha dejado de responder. El entrenamiento sigue desde lo último")
    .waitFor({ timeout: 30_000 });
  const after = await statusesUntil(page, "Entrenamiento terminado");
  const epochs = after.flatMap((text) => /^Época (\d+) de/.exec(text)?.[1] ?? []).map(Number);
  expect(Math.min(...epochs)).toBeGreaterThan(before.batch / BATCHES_PER_EPOCH);
  expect(after.at(-1)).toContain("con motor propio (1 hilo).");
  expect(await page.evaluate(savedRun)).toEqual(expected);
  // The training worker stays, with the data in memory; no thread does.
  const threads = page.workers().filter((worker) => worker.url().includes("thread"));
  expect(threads).toEqual([]);
  expect(problems).toEqual([]);
});

/** Everything that the status says from now on, until it says this. */
function statusesUntil(page: Page, last: string): Promise<string[]> {
  return page.evaluate(
    (end) =>
      new Promise<string[]>((resolve) => {
        const status = document.querySelector(".training-status")!;
        const texts: string[] = [];
        const note = () => {
          texts.push(status.textContent);
          if (!status.textContent.includes(end)) return;
          observer.disconnect();
          resolve(texts);
        };
        const observer = new MutationObserver(note);
        observer.observe(status, { childList: true, characterData: true, subtree: true });
        note();
      }),
    last,
  );
}
