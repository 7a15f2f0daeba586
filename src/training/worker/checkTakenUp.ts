// Whether a run that is taken up again can go on from its checkpoint: nothing trains on weights that are not
// those of its network, nor with half of what its optimizer had.
import type { NamedWeight } from "../../lib/network/namedWeight.js";
import { weightsProblem } from "../../lib/network/weightsProblem.js";
import { type Run, totalBatches } from "../../lib/run/run.js";
import { checkpointSchema } from "../../lib/run/stored/stateSchema.js";
import { wholeIn } from "../../lib/schema/parts.js";
import { readValue } from "../../lib/schema/readValue.js";
import { ReaderError } from "../../lib/errors/readerError.js";

/** Rejects, in Spanish, with what is damaged and the way on. */
export async function checkTakenUp(run: Run): Promise<void> {
  const problem = await checkpointProblem(run);
  if (problem === undefined) return;
  throw new ReaderError(
    `No se puede seguir desde lo guardado, que está dañado: ${problem}. No se ha entrenado nada con ello. ` +
      "En Experimentos puedes volver a una época anterior de este entrenamiento, o borrarlo.",
  );
}

/** In Spanish; undefined if the checkpoint is whole. */
async function checkpointProblem(run: Run): Promise<string | undefined> {
  const { topology, hyperparameters, checkpoint } = run;
  const schema = checkpointSchema(wholeIn(0, totalBatches(hyperparameters)));
  const { problem } = readValue(schema, checkpoint);
  if (problem !== undefined) return problem;
  return (await weightsProblem(topology, checkpoint.weights)) ?? optimizerProblem(run);
}

/** From the second step on the optimizer remembers the first. */
function optimizerProblem({ hyperparameters, checkpoint }: Run): string | undefined {
  const { batch, velocities, squares = [] } = checkpoint;
  const { optimizer = "sgd" } = hyperparameters;
  const isAdaptive = optimizer === "adam" || optimizer === "adamw";
  const lists: [string, NamedWeight[], boolean][] = [
    ["velocities", velocities, true],
    ["squares", squares, isAdaptive],
  ];
  for (const [name, list, isNeeded] of lists) {
    if (batch > 0 && isNeeded && list.length === 0)
      return `falta «${name}», la memoria del optimizador`;
    const unsound = list.find(({ values }) => !values.every(Number.isFinite));
    if (unsound) return `«${name}» tiene en «${unsound.name}» números que no son finitos`;
  }
  return undefined;
}
