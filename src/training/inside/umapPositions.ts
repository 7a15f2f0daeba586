// UMAP (McInnes, Healy and Melville 2018) of what a layer gives: a picture in two dimensions that keeps neighbours
// together. By umap-js; every draw comes from the seed.
import { UMAP } from "umap-js";
import { RandomStream } from "../../lib/numbers/random.js";

export interface UmapOptions {
  /** D. */
  columns: number;
  seed: number;
  /** Rounds of pulling neighbours together, of `total`; 0: the neighbours are about to be searched. */
  onRound?: (done: number, total: number) => void;
}

/** The paper's and umap-learn's own. */
const NEIGHBOURS = 15;
const LEAST_DISTANCE = 0.1;
const ROUNDS = 200;

/**
 * Where each row lies, [N,2], in no unit. The same rows and seed give the same numbers on the same machine.
 * @param values row after row, [N,D]
 */
export function umapPositions(
  values: Float32Array,
  { columns, seed, onRound }: UmapOptions,
): Float32Array {
  const random = new RandomStream(seed, "embedding");
  const umap = new UMAP({
    nNeighbors: NEIGHBOURS,
    minDist: LEAST_DISTANCE,
    nEpochs: ROUNDS,
    random: () => random.uniform(),
  });
  onRound?.(0, ROUNDS);
  const rows = Array.from({ length: values.length / columns }, (_, n) =>
    Array.from(values.subarray(n * columns, (n + 1) * columns)),
  );
  const rounds = umap.initializeFit(rows);
  for (let round = 1; round <= rounds; round++) {
    umap.step();
    onRound?.(round, rounds);
  }
  return Float32Array.from(umap.getEmbedding().flat());
}
