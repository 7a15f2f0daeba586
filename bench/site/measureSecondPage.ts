// How soon a page stands when the reader comes to it from another one: its files are new, what they share is in the cache.
import type { Page } from "playwright-core";
import { spread } from "../../src/lib/numbers/spread.js";

/** Slow 4G, in bytes a second, and a processor 4 × slower, as in measureLoad.ts. */
const SLOW = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 93_750,
};

/**
 * Milliseconds until its first content: the middle of several ways there and back, once all of it has been seen.
 * @param page where the way begins; it is made slow @param name of the page that is visited, without `.html`
 */
export async function measureSecondPage(
  page: Page,
  { url, name, runs }: { url: string; name: string; runs: number },
): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", SLOW);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const times: number[] = [];
  for (let run = -1; run < runs; run++) {
    await page.goto(`${url}glosario.html`, { waitUntil: "networkidle" });
    await page.goto(`${url}${name}.html`, { waitUntil: "load" });
    const ms = await page.evaluate<number>(FIRST_CONTENT);
    if (run >= 0) times.push(ms); // the first visit fills the cache
  }
  await session.detach();
  return Math.round(spread(times).median);
}

const FIRST_CONTENT = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    for (const entry of list.getEntriesByName("first-contentful-paint")) resolve(entry.startTime);
  }).observe({ type: "paint", buffered: true });
})`;
