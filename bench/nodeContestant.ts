// The engine in Node.
import type { Contestant, Task } from "./contestant.js";
import { nodeThreads } from "../scripts/training/nodeThreads.js";
import { createEngineTrainer } from "../src/training/engine/engineTrainer.js";

export async function enterNode({ dataset, run }: Task, threads: number): Promise<Contestant> {
  const { topology, hyperparameters, checkpoint } = run;
  const trainer = await createEngineTrainer(
    { topology, hyperparameters, train: dataset.train, state: checkpoint },
    nodeThreads(threads),
  );
  return {
    async run(from, count) {
      const startedAt = performance.now();
      const losses = await trainer.runSteps(from, count);
      return { losses: [...losses], ms: performance.now() - startedAt };
    },
    close() {
      trainer.dispose();
      return Promise.resolve();
    },
  };
}
