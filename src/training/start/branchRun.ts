// «Volver a esta época»: a new run that begins where an epoch of another one ended, with its weights, the
// optimizer's state and the sums under way, so that going on without a change gives the same numbers; the
// learning rate is the one of then.
import { newRunId } from "../loop/newRunId.js";
import { batchesPerEpoch, type EpochState, type Run } from "../../lib/run/run.js";
import { rewindToCheckpoint } from "../loop/rewind.js";

export function branchRun(
  run: Run,
  { epoch, weights, velocities, squares, sums }: EpochState,
): Run {
  const { version, hyperparameters, topology, engine, network, edits, testLooks } = run;
  const now = Date.now();
  const branch: Run = {
    id: newRunId(now),
    version,
    hyperparameters,
    topology,
    engine,
    status: "paused",
    createdAt: now,
    updatedAt: now,
    history: structuredClone(run.history),
    checkpoint: {
      batch: epoch * batchesPerEpoch(run.hyperparameters),
      weights,
      velocities,
      sums,
      ...(squares && { squares }),
    },
    parent: { runId: run.id, epoch },
    ...(network !== undefined && { network }),
    ...(edits && { edits }),
    ...(testLooks !== undefined && { testLooks }), // its reader knows what they have seen
  };
  rewindToCheckpoint(branch);
  const { history, checkpoint } = branch;
  // A change made in the pause at the epoch's end is of the next one.
  history.rateChanges &&= history.rateChanges.filter(({ batch }) => batch < checkpoint.batch);
  return branch;
}
