// The best combination of a sweep against the next one, seed by seed.
import { heldOutSet } from "../run/heldOut/heldOut.js";
import { judgedRun } from "../run/compared/judgedRun.js";
import { describeVerdict, pairedVerdict } from "../run/compared/pairedVerdict.js";
import type { Run } from "../run/run.js";
import type { Sweep } from "./sweep.js";
import { combinationName, rankedCells, type SweepCell } from "./sweepResults.js";

/** The next best combination and the best, with the ids of their runs; undefined for less than two. */
export function bestTwo(sweep: Sweep, cells: readonly SweepCell[]) {
  const [best, second] = rankedCells(cells);
  if (!best || !second) return undefined;
  return [second, best].map((cell) => {
    const place = cells.indexOf(cell) * sweep.seeds.length;
    const ids = sweep.runIds.slice(place, place + sweep.seeds.length);
    return { name: combinationName(sweep, cell), ids };
  });
}

/**
 * In Spanish: what the seeds in pairs say of the two, and that the best of several was lucky too.
 * @param two of `bestTwo`, with the runs that the store has of them
 * @param options.labels of the test images
 * @param options.count the combinations that were compared
 */
export function describeBestTwo(
  sweep: Sweep,
  two: readonly { name: string; runs: readonly Run[] }[],
  { labels, count }: { labels: Uint8Array; count: number },
): string | undefined {
  const [second, best] = two.map(({ runs }) => runs.flatMap((run) => judgedRun(run, labels) ?? []));
  const verdict = pairedVerdict(second!, best!);
  if (!verdict) return undefined;
  const change = two.map(({ name }) => name).join(" → ");
  const sentence = describeVerdict(verdict, { change, set: heldOutSet(sweep.base) });
  const chosen =
    count > 2
      ? ` Se ha elegido la mejor de ${count}, y esa suerte el intervalo no la descuenta.`
      : "";
  return `${sentence}${chosen}`;
}
