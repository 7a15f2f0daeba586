// The browser's profiles that the tests lend each other: what a reader's browser would keep of one test is
// cleared for the next one, but not what it has downloaded of the site's code, which makes half of a visit.
import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";
import { inject } from "vitest";
import { preparePages } from "./cellsSettled.js";

/** A profile for one test alone, to be closed by it. */
export async function ownProfile(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: "es-ES", ...options });
  await preparePages(context);
  return context;
}

const { origin } = new URL(inject("siteUrl"));

export class Profiles {
  private readonly free: BrowserContext[] = [];
  private lent: BrowserContext[] = [];

  constructor(private readonly browser: Browser) {}

  /** A profile in which nothing of the site is kept; another one for each call of a test. */
  async take(): Promise<BrowserContext> {
    const context = this.free.pop() ?? (await ownProfile(this.browser));
    this.lent.push(context);
    return context;
  }

  /** Ends what the test has opened and forgets what its pages have stored. */
  async giveBack(): Promise<void> {
    for (const context of this.lent) {
      const blank = await context.newPage(); // before the last of the others goes, and the profile with it
      const others = context.pages().filter((page) => page !== blank);
      await Promise.all(others.map((page) => page.close()));
      const session = await context.newCDPSession(blank);
      await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
      await blank.close();
      await context.unrouteAll();
      context.removeAllListeners();
      await context.clearPermissions();
      this.free.push(context);
    }
    this.lent = [];
  }
}
