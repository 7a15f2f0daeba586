// How a page arrives on a phone far from the host: Lighthouse's own simulation of one, applied by the browser.
import { launch } from "chrome-launcher";
import lighthouse, { type Config, type Result } from "lighthouse";
import { spread } from "../../src/lib/numbers/spread.js";
import type { PageArrival } from "../../src/lib/reports/loadReport.js";

export type Arrival = Omit<PageArrival, "page" | "secondMs">;

/** Slow 4G and a processor 4 × slower. */
const PHONE: Config = {
  extends: "lighthouse:default",
  settings: {
    formFactor: "mobile",
    screenEmulation: { mobile: true, width: 390, height: 844, deviceScaleFactor: 2 },
    throttlingMethod: "devtools",
    throttling: {
      requestLatencyMs: 150,
      downloadThroughputKbps: 1600,
      uploadThroughputKbps: 750,
      cpuSlowdownMultiplier: 4,
    },
    onlyCategories: ["performance", "accessibility", "best-practices", "seo"],
  },
};
const NOT_COUNTED = /\.woff2$|\/_file\/data\//;

/** The middle of several visits, each with an empty cache; figure by figure. */
export async function measureLoad(
  url: string,
  { chromium, runs }: { chromium: string; runs: number },
): Promise<Arrival> {
  const visits: Arrival[] = [];
  for (let run = 0; run < runs; run++) visits.push(await visit(url, chromium));
  const names = Object.keys(visits[0]!) as (keyof Arrival)[];
  return Object.fromEntries(
    names.map((name) => [name, spread(visits.map((one) => one[name])).median]),
  ) as unknown as Arrival;
}

async function visit(url: string, chromePath: string): Promise<Arrival> {
  const chromeFlags = ["--headless=new", "--no-sandbox", "--lang=es"];
  const chrome = await launch({ chromePath, chromeFlags });
  try {
    const result = await lighthouse(url, { port: chrome.port, logLevel: "error" }, PHONE);
    if (!result) throw new Error(`${url}: Lighthouse gives no result`);
    return arrivalOf(result.lhr);
  } finally {
    chrome.kill();
  }
}

interface RequestItem {
  url: string;
  transferSize: number;
  networkEndTime: number;
}

function arrivalOf({ audits, categories }: Result): Arrival {
  const score = (name: string) => Math.round(100 * (categories[name]?.score ?? 0));
  const number = (name: string) => audits[name]!.numericValue!;
  const requests = itemsOf<RequestItem>(audits["network-requests"]!).filter(
    ({ url }) => !url.startsWith("data:"), // a picture that is written into the page
  );
  const [observed] = itemsOf<{ observedLastVisualChange: number }>(audits["metrics"]!);
  const firstScreenMs = observed!.observedLastVisualChange;
  const counted = requests.filter((request) => !NOT_COUNTED.test(request.url));
  const bytes = counted.reduce((sum, { transferSize }) => sum + transferSize, 0);
  return {
    performance: score("performance"),
    accessibility: score("accessibility"),
    bestPractices: score("best-practices"),
    seo: score("seo"),
    firstScreenMs,
    settledMs: Math.round(
      Math.max(firstScreenMs, ...requests.map(({ networkEndTime }) => networkEndTime)),
    ),
    layoutShift: Math.round(1000 * number("cumulative-layout-shift")) / 1000,
    blockingMs: Math.round(number("total-blocking-time")),
    requests: requests.length,
    kilobytes: Math.round(bytes / 1000),
  };
}

function itemsOf<Item>({ details }: Result["audits"][string]): Item[] {
  return (details as unknown as { items: Item[] }).items;
}
