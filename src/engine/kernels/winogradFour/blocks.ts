// Goes through the tiles of some images in blocks, whose transformed maps stay in a near cache. A block is
// some rows of tiles, and may reach over into the next image: of small maps it holds several.
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";
import { type ActivationShape, activationSize, rowFloats } from "../../plan/activationShape.js";
import type { TileBlocks } from "../../places/winogradFourShape.js";
import { TILE } from "../../plan/tileFrame.js";

export interface Block {
  blocks: TileBlocks;
  /** Where the block begins. */
  image: Local;
  row: Local;
  /** How many rows of tiles it has, and how many tiles. */
  tileRows: Local;
  tiles: Local;
}

/** Runs the body for each block of the images. */
export function eachBlock(
  f: FunctionBuilder,
  blocks: TileBlocks,
  { first, count }: { first: Local; count: Local },
  body: (block: Block) => void,
): void {
  const [image, row, left] = [f.local("i32"), f.local("i32"), f.local("i32")];
  const [tileRows, tiles] = [f.local("i32"), f.local("i32")];
  f.get(first).set(image).i32(0).set(row);
  f.get(count).i32(blocks.rows).op("i32.mul").set(left);
  const isLeft = () => void f.get(left);
  f.while(isLeft, () => {
    f.get(left).i32(blocks.blockRows).get(left).i32(blocks.blockRows).op("i32.lt_u", "select");
    f.set(tileRows).get(tileRows).i32(blocks.columns).op("i32.mul").set(tiles);
    body({ blocks, image, row, tileRows, tiles });
    f.get(row).get(tileRows).op("i32.add").set(row);
    f.while(
      () => f.get(row).i32(blocks.rows).op("i32.ge_u"),
      () => f.increase(row, -blocks.rows).increase(image, 1),
    );
    f.get(left).get(tileRows).op("i32.sub").set(left);
  });
}

/** A map that the tiles lie on, `base` the place of its first tile in the first image. */
export interface TiledMap {
  shape: ActivationShape;
  base: number;
}

/** Runs the body for each tile of a block, with its address in the map. */
export function eachTile(
  f: FunctionBuilder,
  block: Block,
  { shape, base }: TiledMap,
  body: (address: Local) => void,
): void {
  const { blocks, tileRows } = block;
  const [image, row, address] = [f.local("i32"), f.local("i32"), f.local("i32")];
  f.get(block.image).set(image).get(block.row).set(row);
  f.loop(tileRows, () => {
    f.point(address, base, { index: image, bytes: 4 * activationSize(shape) });
    f.get(row)
      .i32(4 * TILE * rowFloats(shape))
      .op("i32.mul")
      .get(address)
      .op("i32.add")
      .set(address);
    f.loop(blocks.columns, () => {
      body(address);
      f.increase(address, 4 * TILE * shape.pitch);
    });
    f.increase(row, 1).get(row).i32(blocks.rows).op("i32.eq");
    f.when(() => f.i32(0).set(row).increase(image, 1));
  });
}
