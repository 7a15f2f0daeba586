// How vectors are shared out to registers.

export interface VectorTile {
  /** The first vector of the tile. */
  first: number;
  width: number;
}

/** Tiles of at most `widest` of so many vectors, as even as can be. */
export function vectorTiles(vectors: number, widest: number): VectorTile[] {
  const count = Math.ceil(vectors / widest);
  const start = (i: number) => Math.ceil((i * vectors) / count);
  return Array.from({ length: count }, (_, i) => ({
    first: start(i),
    width: start(i + 1) - start(i),
  }));
}
