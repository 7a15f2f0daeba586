// The training loop, the same in the worker and on the command line: it takes a run from where its
// checkpoint stands to its end. What surrounds the loop (buttons, pace, history, saves) is in runLoop.ts.
import { countEpoch } from "../batches/epochExamples.js";
import { type LoopContext, RunLoop } from "./runLoop.js";
import type { CreateTrainer } from "./trainer.js";
import { withEngine } from "../../lib/run/engineUse.js";
import type { Run } from "../../lib/run/run.js";

export type { Steps, TrainingHandlers } from "./runLoop.js";

/** No network that learns pays so much; one that diverges passes it within a few steps. */
const DIVERGED_LOSS = 1000;

interface Context extends LoopContext {
  createTrainer: CreateTrainer;
}

/** Trains until the run is finished, stopped or diverged; its status says which. Mutates the run. */
export async function trainRun(run: Run, context: Context): Promise<void> {
  const { topology, hyperparameters, checkpoint } = run;
  countEpoch(context.dataset.train, hyperparameters);
  const trainer = await context.createTrainer({
    topology,
    hyperparameters,
    train: context.dataset.train,
    state: checkpoint,
    rateChanges: () => run.history.rateChanges,
  });
  run.engine = withEngine(checkpoint.batch === 0 ? [] : run.engine, trainer.engine);
  run.status = "running";
  try {
    await runToEnd(new RunLoop(run, trainer, context));
  } finally {
    trainer.dispose();
  }
}

async function runToEnd(loop: RunLoop): Promise<void> {
  // #region loop
  while (loop.step < loop.total) {
    if (!(await loop.mayGoOn())) break; // has pulsado «Detener»
    const losses = await loop.takeSteps(); // en cada paso, otro lote
    if (!losses.every(isSound)) return loop.diverge(); // se ha disparado
    loop.record(losses); // un punto más de la curva
    if (loop.isEpochEnd) {
      await loop.closeEpoch(); // ¿cuánto acierta ya?
    }
    await loop.saveNowAndThen(); // por si cierras la página
  }
  // #endregion
  return loop.end();
}

function isSound(loss: number): boolean {
  return loss < DIVERGED_LOSS; // NaN is not
}
