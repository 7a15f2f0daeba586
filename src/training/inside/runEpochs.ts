// The epochs of a run whose weights are there to be looked at, from 0, before it had learned anything. In a page only.
import { askInside } from "./askInside.js";
import type { NetworkState } from "./networkState.js";
import { answering } from "./questionTurns.js";
import type { NamedWeight } from "../../lib/network/namedWeight.js";
import { batchesPerEpoch, type Run } from "../../lib/run/run.js";
import type { CurrentRun } from "../../lib/store/currentRun.js";
import { referenceWeights } from "../../lib/store/referenceEpochs.js";
import { openRunStore } from "../../lib/store/runStore.js";

export interface RunEpochs {
  /** In order. The last one is where the run stands, which need not be the end of an epoch: 2.4, say. */
  epochs: readonly number[];
  /** The network as that epoch left it. Rejects, in Spanish, if its weights cannot be had. */
  at(epoch: number): Promise<NetworkState>;
}

export async function runEpochs({ run, source }: CurrentRun): Promise<RunEpochs> {
  const last = epochsDone(run);
  const before = source === "reference" ? range(last) : await savedEpochs(run);
  const epochs = [...new Set([0, ...before.filter((epoch) => epoch < last), last])];
  const read = source === "reference" ? referenceWeights : weightsOf(run);
  const kept = new Map<number, Promise<readonly NamedWeight[]>>();
  return {
    epochs,
    async at(epoch) {
      const { topology, checkpoint } = run;
      if (epoch === last) return { topology, weights: checkpoint.weights };
      const weights = kept.get(epoch) ?? answering(read(epoch));
      kept.set(epoch, weights);
      weights.catch(() => kept.delete(epoch)); // so that it can be asked for again
      return { topology, weights: await weights };
    },
  };
}

/** With the part of the one under way. */
function epochsDone({ checkpoint, hyperparameters }: Run): number {
  return checkpoint.batch / batchesPerEpoch(hyperparameters);
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, epoch) => epoch);
}

async function savedEpochs({ id }: Run): Promise<number[]> {
  return (await openRunStore().record(id))?.savedEpochs ?? [];
}

function weightsOf({ id, topology, hyperparameters }: Run) {
  return async (epoch: number): Promise<readonly NamedWeight[]> => {
    if (epoch === 0) return askInside("initialWeights", { topology, hyperparameters });
    return (await openRunStore().atEpoch(id, epoch)).state.weights;
  };
}
