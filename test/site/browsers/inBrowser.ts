// Tests in one of the readers' browsers: started once, skipped with a word where it cannot be had; in CI, failed.
import { afterAll, beforeAll, type TestContext } from "vitest";
import type { StartedBrowser } from "./browserTab.js";
import { openReaderPage, type ReaderPage } from "./readerPage.js";

const INSTALL_LIMIT_MS = 900_000;

/** Opens a page of the site with every cell in its place; skips the test where there is no such browser. */
export type OpenIn = (context: TestContext, path: string) => Promise<ReaderPage>;

/** Within a `describe`. */
export function inBrowser(name: string, start: () => Promise<StartedBrowser>): OpenIn {
  let browser: StartedBrowser | undefined;
  beforeAll(async () => {
    try {
      browser = await start();
    } catch (error) {
      if (process.env.CI) throw error;
      console.warn(`SKIPPED: the tests in ${name}. ${(error as Error).message}`);
    }
  }, INSTALL_LIMIT_MS);
  afterAll(() => browser?.close());
  return async ({ skip, onTestFinished }, path) => {
    if (!browser) return skip(`no ${name}`);
    const page = await openReaderPage(browser, path);
    onTestFinished(() => page.close());
    return page;
  };
}
