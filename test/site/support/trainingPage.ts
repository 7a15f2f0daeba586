// What the tests of the page of training do there.
import type { Page } from "playwright-core";

export const trainingStatus = (page: Page) => page.locator(".training-status");

export async function waitForStatus(page: Page, text: string | RegExp): Promise<void> {
  await trainingStatus(page).filter({ hasText: text }).waitFor({ timeout: 120_000 });
}
