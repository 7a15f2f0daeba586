// What watching costs: the training page with its live figures against the same worker, asked for the
// same in a page that shows nothing. Their trainings take turns. How much longer one of them lasts tells
// it only as well as the machine is quiet; the processor time that the figures take tells it anyway.
import { availableParallelism } from "node:os";
import type { Browser, Page } from "playwright-core";
import { type BenchSite, pressTrain, type ProbedGlobals, untilEnded } from "./openSite.js";
import type { PageProbe, WorkerRecord } from "./pageProbe.js";
import { processorClock } from "./processorClock.js";
import type { BenchReport } from "../../src/lib/reports/benchReport.js";
import { spread } from "../../src/lib/numbers/spread.js";

/** Long enough for some epochs' tables and evaluations. */
const EPOCHS = 8;

export async function measureLiveFigures(
  browser: Browser,
  site: BenchSite,
  rounds: number,
): Promise<NonNullable<BenchReport["liveFigures"]>> {
  const [watched, empty] = [await site.openTraining({ epochs: EPOCHS }), await site.openEmpty()];
  const watchedClock = await processorClock(browser, watched);
  const emptyClock = await processorClock(browser, empty);
  const ratios: number[] = [];
  const shares: number[] = [];
  const longTasks: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    await watched.bringToFront();
    const watching = await watchedClock.time(async () => {
      await pressTrain(watched);
      await untilEnded(watched, round + 1);
    });
    const { tasks, record, speed } = await watched.evaluate(readProbe);
    longTasks.push(...tasks);
    await empty.bringToFront();
    const alone = await emptyClock.time(() => replay(empty, record!));
    if (round === 0) continue;
    ratios.push((await empty.evaluate(readProbe)).speed / speed);
    const figuresSeconds = watching.processorSeconds - alone.processorSeconds;
    shares.push(figuresSeconds / (availableParallelism() * alone.seconds));
  }
  await watched.close();
  await empty.close();
  return { ratio: spread(ratios), processorShare: spread(shares), longTasks };
}

/** Runs in the page. */
function readProbe() {
  const { probe } = globalThis as unknown as { probe: PageProbe };
  return { tasks: probe.longTasks, record: probe.record, speed: probe.speed() };
}

function replay(page: Page, record: WorkerRecord): Promise<void> {
  return page.evaluate(
    (request) => (globalThis as unknown as ProbedGlobals).probe.replay(request),
    record,
  );
}
