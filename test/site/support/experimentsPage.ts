// What the tests of the page of experiments do there: train a run, look at the table, use the card.
import type { Page } from "playwright-core";
import { siteUrl, visit } from "./browser.js";
import { button } from "./button.js";
import { beginTraining, waitForStatus } from "./trainingPage.js";

export async function train(page: Page, values: Record<string, number>): Promise<void> {
  await visit(page, "/entrenar");
  await beginTraining(page, { epochs: 2, trainImages: 1000, ...values });
  await waitForStatus(page, "Entrenamiento terminado");
}

/** To an empty page of the same origin, so that the site has its store no longer open. */
export async function leaveSite(page: Page): Promise<void> {
  const address = siteUrl("/empty");
  await page.route(address, (route) => route.fulfill({ contentType: "text/html", body: "" }));
  await page.goto(address);
}

export const rows = (page: Page) => page.locator(".run-table tbody tr");
export const names = (page: Page) => page.locator(".run-name").allInnerTexts();
export const card = (page: Page) => page.locator(".run-card");

export async function rename(page: Page, name: string): Promise<void> {
  await card(page).getByLabel("Nombre").fill(name);
  await button(page, "Cambiar el nombre").click();
  await page.getByRole("heading", { name }).waitFor();
}
