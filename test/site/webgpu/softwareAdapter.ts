// A Chromium whose WebGPU the processor computes, since there is no graphics card to count on. Where it has not even
// that, its tests are skipped with a word; in CI, failed.
import type { Page } from "playwright-core";
import { inject, type TestContext } from "vitest";
import { testIn } from "../support/browser.js";
import { launchChromium } from "../../../scripts/launchChromium.js";

const args = ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"];

export const test = testIn(() => launchChromium(inject("windowedChromiumPath"), args));

export async function needAdapter(page: Page, skip: TestContext["skip"]): Promise<void> {
  if (await page.evaluate(hasAdapter)) return;
  const lack = "this Chromium has no WebGPU adapter, not even in software";
  if (process.env.CI) throw new Error(lack);
  console.warn(`SKIPPED: a test of WebGPU, ${lack}.`);
  skip(lack);
}

/** Runs in the page. */
async function hasAdapter(): Promise<boolean> {
  const { gpu } = navigator as { gpu?: { requestAdapter(): Promise<unknown> } };
  return Boolean(await gpu?.requestAdapter());
}
