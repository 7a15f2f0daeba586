// The built site as a reader at a desk has it, to measure something on it.
import type { Page } from "playwright-core";
import { warnOfLoad } from "../busyShare.js";
import { measureOrigin } from "../measureOrigin.js";
import { ensureChromium } from "../../scripts/ensureChromium.js";
import { launchChromium } from "../../scripts/launchChromium.js";
import { serveSite } from "../../scripts/site/serveSite.js";

export interface ReadSite {
  /** A new tab at an address of the site. */
  open(address: string): Promise<Page>;
  /** Where and when it was measured, as a report begins. @param command that was run, without its arguments */
  origin(command: string): ReturnType<typeof measureOrigin>;
  close(): Promise<void>;
}

/** Says on stderr if the machine is busy. */
export async function readSite({ reducedMotion = false } = {}): Promise<ReadSite> {
  await warnOfLoad();
  const browser = await launchChromium(await ensureChromium());
  const { url, server } = await serveSite("dist");
  const context = await browser.newContext({
    locale: "es-ES",
    viewport: { width: 1280, height: 900 },
    ...(reducedMotion && { reducedMotion: "reduce" }),
  });
  return {
    async open(address) {
      const page = await context.newPage();
      await page.goto(`${url}${address}`);
      return page;
    },
    origin: (command) => measureOrigin(command, browser.version()),
    async close() {
      await browser.close();
      server.close();
      server.closeAllConnections();
    },
  };
}
