// Times contestants side by side: in every round each runs one block, so that what slows the machine for
// a while slows all of them. The first round warms up and is not counted; every other round goes
// through them backwards, so that none always follows the same one.
import type { Contestant, Entry, Task } from "./contestant.js";
import type { Times } from "./summarize.js";
import { batchesPerEpoch } from "../src/lib/run/run.js";

export async function timeInTurns(
  entries: readonly Entry[],
  task: Task,
  rounds: number,
): Promise<Times[]> {
  const perEpoch = batchesPerEpoch(task.run.hyperparameters);
  const racers: { entry: Entry; contestant: Contestant; msPerStep: number[] }[] = [];
  for (const entry of entries) {
    const contestant = await entry.enter(task);
    if (contestant) racers.push({ entry, contestant, msPerStep: [] });
  }
  for (let round = 0; round <= rounds; round++) {
    for (const racer of round % 2 === 0 ? racers : racers.toReversed()) {
      const { stepsABlock } = racer.entry;
      const blocks = Math.floor(perEpoch / stepsABlock); // of one epoch
      const { ms } = await racer.contestant.run((round % blocks) * stepsABlock, stepsABlock);
      if (round > 0) racer.msPerStep.push(ms / stepsABlock);
    }
    console.error(`round ${round} of ${rounds}${round === 0 ? " (warm-up)" : ""}`);
  }
  for (const { contestant } of racers) await contestant.close();
  return racers.map(({ entry: { name, threads }, msPerStep }) => {
    return { contestant: name, threads, msPerStep };
  });
}
