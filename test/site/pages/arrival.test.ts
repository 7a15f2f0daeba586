// How a page arrives: written with what its cells show, and whole before its code is there, or without it.
import type { Browser, BrowserContextOptions, CDPSession, Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { launchChromium } from "../../../scripts/launchChromium.js";
import { siteUrl, testIn, withoutServiceWorker } from "../support/browser.js";
import { button } from "../support/button.js";
import { setHyperparameters, waitForStatus } from "../support/trainingPage.js";

/** The shell without windows does not tell pages of a connection that is made slow. */
const test = testIn(() => launchChromium(inject("windowedChromiumPath")));

const PAGE_CODE = /\/_code\/(?!arrival\.)/;
/** Slow 4G, as Lighthouse has it: 1.6 Mb/s and 150 ms. */
const SLOW = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 90_000,
};
const QUICK = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };

test("without JavaScript its figures, tables and pictures are there", async ({ browser }) => {
  const page = await newPage({ browser, options: { javaScriptEnabled: false } });
  await page.goto(siteUrl("/evaluar"));
  expect(await page.locator("main svg[role=img]").count()).toBeGreaterThan(1);
  await page
    .getByRole("row", { name: /^Camisa/ })
    .first()
    .waitFor();
  await page.goto(siteUrl("/ver-resultados"));
  expect(await page.locator("canvas[style*='data:image/png']").count()).toBeGreaterThan(50);
  const picture = page.locator("canvas[style*='data:image/png']").first();
  expect(await picture.evaluate((canvas) => getComputedStyle(canvas).backgroundImage)).toMatch(
    /^url\("data:image\/png/, // what the attribute says, the browser must take
  );
  await page.goto(siteUrl("/por-dentro"));
  expect(
    await page.locator(".layer-journey canvas[style*='data:image/png']").count(),
  ).toBeGreaterThan(20);
  await page.close();
});

describe("over a slow connection", () => {
  test("the code waits for the reader, and what is done meanwhile is done with it", async ({
    browser,
  }) => {
    const page = await newPage({ browser, isSlow: true });
    const requested: string[] = [];
    page.on("request", (request) => requested.push(request.url()));
    await page.goto(siteUrl("/entrenar"), { waitUntil: "networkidle" });
    expect(requested.filter((url) => PAGE_CODE.test(url))).toEqual([]);
    await setHyperparameters(page, { epochs: 1, trainImages: 1000, seed: 7 });
    await button(page, "Entrenar").click();
    await setSpeed(page, QUICK); // for the images
    await waitForStatus(page, "Entrenamiento terminado");
    expect(await page.inputValue("#hiperparametro-seed")).toBe("7");
    expect(await page.inputValue("#hiperparametro-trainImages")).toMatch(/^1.?000$/);
    await page.close();
  });

  test("the keyboard stays where it was", async ({ browser }) => {
    const page = await newPage({ browser, isSlow: true });
    await page.goto(siteUrl("/entrenar"));
    await page.focus("#hiperparametro-epochs");
    await page.locator("html[data-code]").waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.id))
      .toBe("hiperparametro-epochs");
    await page.close();
  });

  test("the code comes when something is stored elsewhere", async ({ browser }) => {
    const page = await newPage({ browser, isSlow: true });
    await page.goto(siteUrl("/evaluar"), { waitUntil: "networkidle" });
    const code = page.locator("html[data-code]");
    expect(await code.count()).toBe(0);
    await page.evaluate(() => {
      const other = document.body.appendChild(document.createElement("iframe")).contentWindow!;
      other.localStorage.setItem("red-convolucional", "");
    });
    await code.waitFor();
    await page.close();
  });

  test("that code does not come is told", async ({ browser }) => {
    const page = await newPage({ browser, isSlow: true });
    await page.route(/\/_code\/evaluar\./, (route) => route.abort());
    await page.goto(siteUrl("/evaluar"));
    await page.mouse.move(100, 100);
    await page.getByText("El código de esta página no ha llegado").waitFor();
    await page.unroute(/\/_code\/evaluar\./);
    await button(page, "Recargar").click();
    await page.waitForLoadState("networkidle");
    await page.mouse.move(200, 200);
    await page.locator("html[data-code]").waitFor();
    await page.close();
  });
});

const SLOW_DOWN = 10;

test.for([390, 1280])(
  "nothing jumps when the cells take over, at %i px",
  async (width, { browser }) => {
    for (const path of ["/", "/entrenar", "/ver-resultados"]) {
      const page = await newPage({ browser, options: { viewport: { width, height: 844 } } });
      await withoutServiceWorker(page.context());
      await page.addInitScript(() => {
        const shifts: [value: number, moved: string][] = [];
        new PerformanceObserver((list) => {
          for (const { value, sources } of list.getEntries() as LayoutShift[]) {
            const moved = sources.map(({ node, previousRect: from, currentRect: to }) => {
              const what = node instanceof Element ? node.outerHTML : node?.textContent;
              return `${what?.slice(0, 60)} from ${from.y}+${from.height} to ${to.y}+${to.height}`;
            });
            shifts.push([value, moved.join("; ")]);
          }
        }).observe({ type: "layout-shift", buffered: true });
        Object.assign(globalThis, { shifts });
      });
      const client = await page.context().newCDPSession(page);
      await client.send("Emulation.setCPUThrottlingRate", { rate: SLOW_DOWN }); // the page is seen while it is parsed
      await page.goto(siteUrl(path));
      await page.mouse.move(5, 5);
      await page.locator("html[data-code]").waitFor();
      await expect.poll(() => page.locator("observablehq-loading.prerendered").count()).toBe(0);
      await page.waitForLoadState("networkidle");
      const shifts = await page.evaluate(
        () => (globalThis as unknown as { shifts: [number, string][] }).shifts,
      );
      const moved = `${path}: ${shifts.map(([, what]) => what).join("\n")}`;
      const total = shifts.reduce((sum, [value]) => sum + value, 0);
      expect(total, moved).toBeLessThan(0.02);
      await page.close();
    }
  },
);

interface LayoutShift extends PerformanceEntry {
  value: number;
  sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
}

interface Opened {
  browser: Browser;
  options?: BrowserContextOptions;
  isSlow?: boolean;
}

/** In a profile of its own: the reader has never been here. */
async function newPage({ browser, options, isSlow = false }: Opened): Promise<Page> {
  const page = await browser.newPage({ locale: "es-ES", ...options });
  if (isSlow) await setSpeed(page, SLOW);
  return page;
}

const sessions = new WeakMap<Page, CDPSession>();

async function setSpeed(page: Page, speed: typeof SLOW): Promise<void> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, session);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", speed);
}
