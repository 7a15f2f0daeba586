// What watching costs: the training page with its live figures against the same worker, asked for the
// same in a page that shows nothing. Their trainings take turns.
import type { Page } from "playwright-core";
import { type BenchSite, pressTrain, type ProbedGlobals, untilEnded } from "./openSite.js";
import { spread, type Spread } from "../../src/lib/spread.js";

/** Long enough for some epochs' tables and evaluations. */
const EPOCHS = 8;

export interface LiveFigures {
  /** Time with the figures over time without them. */
  ratio: Spread;
  /** Of the page while it trained, over 50 ms; in milliseconds. */
  longTasks: number[];
}

export async function measureLiveFigures(site: BenchSite, rounds: number): Promise<LiveFigures> {
  const watched = await site.openTraining({ epochs: EPOCHS });
  const empty = await site.openEmpty();
  const ratios: number[] = [];
  const longTasks: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    await watched.bringToFront();
    await pressTrain(watched);
    await untilEnded(watched, round + 1);
    longTasks.push(
      ...(await watched.evaluate(() => (globalThis as unknown as ProbedGlobals).probe.longTasks)),
    );
    const record = await watched.evaluate(() =>
      (globalThis as unknown as ProbedGlobals).probe.recorded(),
    );
    await empty.bringToFront();
    await empty.evaluate(
      (request) => (globalThis as unknown as ProbedGlobals).probe.replay(request),
      record,
    );
    if (round > 0) ratios.push((await speed(empty)) / (await speed(watched)));
  }
  await watched.close();
  await empty.close();
  return { ratio: spread(ratios), longTasks };
}

function speed(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as ProbedGlobals).probe.speed());
}
