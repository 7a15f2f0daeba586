// The training loss of a run along its epochs, smoothed to as many points as a figure can show, so that
// the curves of several runs can be told apart.
import { batchesPerEpoch, type Run } from "./run.js";

const MOST_POINTS = 60;

/** Means of neighbouring points, at the end of each group; epochs may have decimals. */
export function lossCurve({ history, hyperparameters }: Run): { epoch: number; value: number }[] {
  const { curve } = history;
  const perEpoch = batchesPerEpoch(hyperparameters);
  const size = Math.max(1, Math.ceil(curve.length / MOST_POINTS));
  const groups = Array.from({ length: Math.ceil(curve.length / size) }, (_, i) =>
    curve.slice(i * size, (i + 1) * size),
  );
  return groups.map((group) => ({
    epoch: group.at(-1)!.batch / perEpoch,
    value: group.reduce((sum, { loss }) => sum + loss, 0) / group.length,
  }));
}
