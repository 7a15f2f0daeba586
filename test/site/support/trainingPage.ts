// What the tests of the pages that train do there.
import type { Locator, Page } from "playwright-core";
import { button } from "./button.js";

/** The page of training, set to a run of 200 steps in two epochs. */
export const shortRun = "/entrenar?epocas=2&imagenes=2000&tasa=0.01";

/** Where the page says how its training or its sweep is going; with a text, once it says so. */
export function trainingStatus(page: Page, text?: string | RegExp): Locator {
  return page.locator(".training-status", { hasText: text });
}

/** Resolves when the status says this, which may be at the end of a training. */
export async function waitForStatus(page: Page, text: string | RegExp): Promise<void> {
  await trainingStatus(page, text).waitFor({ timeout: 120_000 });
}

/** The epoch that the status tells; NaN while it tells none. */
export async function currentEpoch(page: Page): Promise<number> {
  return Number(/Época (\d+)/.exec((await trainingStatus(page).textContent())!)?.[1]);
}

/** Which epoch is left open: those of a few thousand images are over between two looks at the page. */
export const midEpoch = /Época \d+ de \d+ · lote/;

export async function setHyperparameters(
  page: Page,
  values: Record<string, number>,
): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    await page.fill(`#hiperparametro-${name}`, String(value));
  }
}

export async function beginTraining(page: Page, values: Record<string, number>): Promise<void> {
  await setHyperparameters(page, values);
  await button(page, "Entrenar").click();
}
