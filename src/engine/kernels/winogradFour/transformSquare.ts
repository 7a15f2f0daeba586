// Both sides of a transform, on a square of vectors, and on all the tiles of a map.
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";
import { rowFloats } from "../../plan/activationShape.js";
import { type Block, eachTile, type TiledMap } from "./blocks.js";
import type { OneWay } from "./transforms.js";

/** What a transform works with, a thread's own. */
export interface Bench {
  /** Address of room for a square between the two sides. */
  between: Local;
  /** Four times 4, set once: a vector of constants takes several instructions. */
  four: Local;
}

/** A square of vectors: where each stands from an address, in bytes. */
export interface Square {
  address: Local;
  side: number;
  rowBytes: number;
  columnBytes: number;
  offset?: number;
}

/** What is done with each vector of the transformed square. */
type Put = (row: number, column: number, value: Local) => void;

/**
 * Transforms a square of vectors, columns first. What that gives is stored before the rows are loaded, so
 * that V8 need not keep thirty-six vectors in registers that it does not have.
 */
export function transformSquare(
  f: FunctionBuilder,
  { oneWay, from, put }: { oneWay: OneWay; from: Square; put: Put },
  { between, four }: Bench,
): void {
  const { address, side, rowBytes, columnBytes, offset = 0 } = from;
  const places = Array.from({ length: side }, (_, i) => i);
  const load = (at: Local, bytes: number) => {
    const local = f.local("v128");
    f.get(at).at("v128.load", bytes).set(local);
    return local;
  };
  const found = places.map((column) => {
    const numbers = places.map((row) =>
      load(address, offset + row * rowBytes + column * columnBytes),
    );
    const transformed = oneWay(f, numbers, four);
    transformed.forEach((value, row) => {
      f.get(between)
        .get(value)
        .at("v128.store", 16 * (row * side + column));
    });
    return transformed.length;
  });
  for (let row = 0; row < found[0]!; row++) {
    const numbers = places.map((column) => load(between, 16 * (row * side + column)));
    oneWay(f, numbers, four).forEach((value, column) => {
      put(row, column, value);
    });
  }
}

/** Transforms a block's tiles of a map, all their channels, into [product][tile][channel]. */
export function transformTiles(
  f: FunctionBuilder,
  block: Block,
  work: Bench & {
    map: TiledMap;
    side: number;
    oneWay: OneWay;
    /** Address of the first tile's first product. */
    to: Local;
  },
): void {
  const { map, side, oneWay } = work;
  const { shape } = map;
  const [source, target] = [f.local("i32"), f.local("i32")];
  const productBytes = 4 * block.blocks.productFloats(shape.pitch);
  const square = { address: source, side, rowBytes: 4 * rowFloats(shape) };
  const put: Put = (row, column, value) => {
    f.get(target)
      .get(value)
      .at("v128.store", productBytes * (6 * row + column));
  };
  f.get(work.to).set(target);
  eachTile(f, block, map, (address) => {
    f.get(address).set(source);
    f.loop(shape.pitch / 4, () => {
      transformSquare(f, { oneWay, from: { ...square, columnBytes: 4 * shape.pitch }, put }, work);
      f.increase(source, 16).increase(target, 16);
    });
  });
}
