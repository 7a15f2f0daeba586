// How much processor time a page and the browser around it spend, without the page's workers: what drawing
// costs, whichever core pays. Steadier than a clock on a machine that others use too.
import type { Browser, Page } from "playwright-core";

export interface ProcessorClock {
  time(work: () => Promise<void>): Promise<Spent>;
}

interface Spent {
  /** On the clock. */
  seconds: number;
  /** Processor time of the page's main thread, and of the browser's own processes and its graphics'. */
  processorSeconds: number;
}

const OWN_PROCESSES = ["browser", "GPU"];

export async function processorClock(browser: Browser, page: Page): Promise<ProcessorClock> {
  const pageSession = await page.context().newCDPSession(page);
  await pageSession.send("Performance.enable");
  const browserSession = await browser.newBrowserCDPSession();

  async function processorSeconds(): Promise<number> {
    const { metrics } = await pageSession.send("Performance.getMetrics");
    const thread = metrics.find(({ name }) => name === "ThreadTime");
    if (!thread) throw new Error("ThreadTime expected among Chromium's metrics, not found");
    const { processInfo } = await browserSession.send("SystemInfo.getProcessInfo");
    const own = processInfo.filter(({ type }) => OWN_PROCESSES.includes(type));
    return own.reduce((sum, { cpuTime }) => sum + cpuTime, thread.value);
  }

  return {
    async time(work) {
      const [before, startedAt] = [await processorSeconds(), performance.now()];
      await work();
      const seconds = (performance.now() - startedAt) / 1000;
      return { seconds, processorSeconds: (await processorSeconds()) - before };
    },
  };
}
