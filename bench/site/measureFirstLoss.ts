// From pressing *Entrenar* to the first point of the loss curve, on the built site, with the data already
// in memory: from the page's second training on.
import { type BenchSite, pressTrain, untilEnded } from "./openSite.js";
import { spread, type Spread } from "../../src/lib/numbers/spread.js";

/** Milliseconds. */
export async function measureFirstLoss(site: BenchSite, rounds: number): Promise<Spread> {
  const page = await site.openTraining({ epochs: 1 });
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const ms = await pressTrain(page);
    await untilEnded(page, round + 1);
    if (round > 0) times.push(ms);
  }
  await page.close();
  return spread(times);
}
