// What it costs to drag something over a page: the script that runs, a frame.
import type { Locator, Page } from "playwright-core";
import { spread, type Spread } from "../../src/lib/numbers/spread.js";

export interface PanningCost {
  /** Milliseconds of script a frame that was drawn: of the whole page, by Chromium's own count; of each part. */
  scriptMsPerFrame: Spread;
  frames: number;
  /** Milliseconds of the page's tasks over 50 ms meanwhile. */
  longTasks: number[];
}

/** Measured so often, each in its own drag. */
const PARTS = 5;

/** Drags from the middle in small steps, one a frame. */
export async function measurePanning(
  page: Page,
  canvas: Locator,
  { frames }: { frames: number },
): Promise<PanningCost> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const scriptMs = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * metrics.find(({ name }) => name === "ScriptDuration")!.value;
  };
  await page.evaluate(`
    globalThis.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasks.push(duration);
    }).observe({ type: "longtask" });
  `);
  const box = (await canvas.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const perPart = Math.ceil(frames / PARTS);
  const costs: number[] = [];
  for (let part = 0; part <= PARTS; part++) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    const before = await scriptMs();
    for (let frame = 0; frame < perPart; frame++) {
      const turn = (2 * Math.PI * frame) / perPart; // in a small circle: the same pictures stay in sight
      await page.mouse.move(x + 8 * Math.sin(turn), y + 8 - 8 * Math.cos(turn));
      await page.evaluate("new Promise((resolve) => requestAnimationFrame(resolve))");
    }
    const cost = ((await scriptMs()) - before) / perPart;
    await page.mouse.up();
    if (part > 0) costs.push(cost); // the first one warms up
  }
  const longTasks = await page.evaluate<number[]>("longTasks");
  return { scriptMsPerFrame: spread(costs), frames: PARTS * perPart, longTasks };
}
