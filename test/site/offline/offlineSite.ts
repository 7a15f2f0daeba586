// A site that a test can take from the network, and what the browser keeps of it.
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import { settle } from "../support/browser.js";
import { preparePages } from "../support/cellsSettled.js";
import { type ServedSite, serveSite } from "../../../scripts/site/serveSite.js";
import type { SiteState } from "../../../src/offline/messages.js";

export interface HostedSite {
  url: string;
  /** From now on nobody answers. */
  stop: () => Promise<void>;
  /** At the same address as before. */
  start: (folder?: string) => Promise<void>;
}

/** @param isolated whether the host sends the headers that isolate pages */
export async function hostSite({ folder = "dist", isolated = true } = {}): Promise<HostedSite> {
  const base = "/sin/conexion/";
  let site: ServedSite | undefined = await serveSite(folder, { base, isolated });
  const { url } = site;
  const port = Number(new URL(url).port);
  return {
    url,
    async stop() {
      const { server } = site ?? {};
      site = undefined;
      if (!server) return;
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
    async start(from = folder) {
      site = await serveSite(from, { base, isolated, port });
    },
  };
}

/** A profile of its own, in which service workers may be. */
export async function newProfile(browser: Browser): Promise<BrowserContext> {
  const profile = await browser.newContext({ locale: "es-ES" });
  await preparePages(profile);
  return profile;
}

export async function openAt(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settle(page);
}

/** What the service worker says it keeps. Runs in the page. */
export async function siteState(): Promise<SiteState | undefined> {
  const registration = await navigator.serviceWorker.getRegistration();
  const worker = registration?.active;
  if (!worker) return undefined;
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<SiteState>((resolve) => {
    port1.onmessage = ({ data }) => {
      resolve(data as SiteState);
    };
  });
  worker.postMessage({ type: "state" }, [port2]);
  return answer;
}

/** How much of the site's own files is kept, 0–1; undefined without a worker. */
export async function keptShare(page: Page): Promise<number | undefined> {
  const state = await page.evaluate(siteState);
  return state && state.storedBytes / state.bytes;
}

/** Resolves once every file of the site is kept, which begins with the page's code. */
export async function waitUntilKept(page: Page): Promise<void> {
  await page.mouse.move(5, 5); // on a busy machine the browser may take the connection for a slow one
  await expect.poll(() => keptShare(page), { timeout: 120_000 }).toBe(1);
}
