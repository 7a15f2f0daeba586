// How long the engine takes to evaluate the 10,000 test images in Chromium with one thread.
import type { Arena } from "./browser/arena.js";
import { enterBrowser } from "./browser/browserContestant.js";
import type { Run } from "../src/lib/run/run.js";
import { spread, type Spread } from "../src/lib/numbers/spread.js";

/** Milliseconds; the first round warms up. */
export async function measureEvaluation(arena: Arena, run: Run, rounds: number): Promise<Spread> {
  const engine = await enterBrowser(arena, { run }, { worker: "engineWorker", threads: 1 });
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const { ms } = await engine.evaluate();
    if (round > 0) times.push(ms);
  }
  await engine.close();
  return spread(times);
}
