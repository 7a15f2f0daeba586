// A worker that cannot be had, does not start, closes or falls silent: the reader is told what has happened
// and how to go on, wherever something is computed in one.
import type { Browser, Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { siteUrl, test } from "../support/browser.js";
import { button } from "../support/button.js";
import { beginTraining, waitForStatus } from "../support/trainingPage.js";
import { workerSession } from "../support/workerSession.js";

const TRAINING_WORKER = /\/worker\.\w+\.js$/;

/** Begins a training that lasts for seconds, and pauses it. */
async function trainAndPause(page: Page): Promise<void> {
  await beginTraining(page, { epochs: 20, trainImages: 2000 });
  await waitForStatus(page, /Época/);
  await button(page, "Pausa").click();
  await waitForStatus(page, "En pausa");
}

const alertText = (page: Page, text: string) =>
  page.locator("[role=alert]").getByText(text).waitFor({ timeout: 30_000 });

/** What computes in a worker: page, and the button that starts it. */
const jobs: [string, RegExp][] = [
  ["/entrenar", /^Entrenar$/],
  ["/precision-inicial", /^Evaluar la red sin entrenar/],
  ["/rendimiento", /^Medir el motor aquí/],
  ["/rendimiento", /^Comparar los dos motores/],
];

describe("a worker that never comes", () => {
  test.for(jobs)("%s, %s: where there are none at all", async ([path, name], { browser }) => {
    const page = await browser.newPage({ serviceWorkers: "block" });
    await page.addInitScript(() => {
      Reflect.deleteProperty(globalThis, "Worker");
    });
    await page.goto(siteUrl(path));
    await page.getByRole("button", { name }).click();
    await alertText(page, "el navegador no deja que esta página trabaje en segundo plano");
    await page.close();
  });

  test.for(jobs)("%s, %s: whose script is missing", async ([path, name], { browser }) => {
    const page = await browser.newPage({ serviceWorkers: "block" });
    await page.route(/\/(worker|measureWorker|compareWorker)\.\w+\.js$/, (route) =>
      route.fulfill({ status: 404 }),
    );
    await page.goto(siteUrl(path));
    await page.getByRole("button", { name }).click();
    await alertText(page, "no ha podido arrancar: un archivo del sitio no llega");
    await page.close();
  });
});

describe("a worker that is lost", () => {
  test("one that closes itself: training goes on from the last save", async ({ browser, open }) => {
    const { page } = await open("/entrenar");
    await trainAndPause(page);
    await evaluateIn(browser, "self.close()");
    await alertText(page, "el navegador ha cerrado el proceso que calculaba");
    await alertText(page, "Lo que se guardó antes no se pierde");
    await button(page, "Reintentar").click();
    await waitForStatus(page, "Entrenamiento terminado");
  });

  test("one that does not answer: said while it lasts, and then it can be given up", async ({
    browser,
    open,
  }) => {
    const { page } = await open("/glosario");
    await page.clock.install();
    await page.goto(siteUrl("/entrenar"));
    await trainAndPause(page);
    await evaluateIn(browser, "const end = Date.now() + 3000; while (Date.now() < end);");
    const notice = page.getByText("segundos sin contestar");
    await runUntilSeen(page, notice);
    await notice.waitFor({ state: "detached" });

    await evaluateIn(browser, "for (;;);");
    await runUntilSeen(page, notice);
    await button(page, "Detener").click();
    await alertText(page, "no contestaba, y se ha cerrado");
    expect(await button(page, "Entrenar").isEnabled()).toBe(true);
  });
});

/** Lets the page's time pass until the notice comes: an answer may still be under way when the worker falls silent. */
async function runUntilSeen(page: Page, notice: Locator): Promise<void> {
  const passed = async () => {
    await page.clock.runFor(10_000);
    return notice.isVisible();
  };
  await expect.poll(passed, { timeout: 30_000 }).toBe(true);
}

/** Has the training worker run this as its next task. */
async function evaluateIn(browser: Browser, code: string): Promise<void> {
  const worker = await workerSession(browser, TRAINING_WORKER);
  await worker.send("Runtime.evaluate", { expression: `setTimeout(() => { ${code} })` });
}
