// A 3×3 convolution with `same` padding by Winograd's F(4×4,3×3): forward, and on the way back, where the
// output's gradients are convolved with the kernel turned round.
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../../assembler/moduleBuilder.js";
import type { VectorTile } from "../../assembler/vectorTiles.js";
import type { ConvolutionPlaces } from "../../places/layerPlaces.js";
import {
  BETWEEN_BYTES,
  channelTiles,
  FOUR_PRODUCTS,
  type TileBlocks,
} from "../../places/winogradFourShape.js";
import { type ActivationShape, rowFloats, startFloats } from "../../plan/activationShape.js";
import { type Block, eachBlock, eachTile } from "./blocks.js";
import { multiply } from "./multiply.js";
import { pointScratch } from "./scratch.js";
import { type Bench, transformSquare, transformTiles } from "./transformSquare.js";
import { fromInput, fromProducts } from "./transforms.js";

/** From one map to another, with a transformed kernel. */
interface Correlation {
  from: { shape: ActivationShape; address: number };
  to: { shape: ActivationShape; address: number };
  /** [tile][36][channels of from][the tile's filters]. */
  kernel: number;
  bias: number | undefined;
  blocks: TileBlocks;
}

/** forward(first, count, thread): computes the output of the images from their input. */
export function defineForward(
  module: ModuleBuilder,
  places: ConvolutionPlaces,
  prefix: string,
): number {
  const { input, output, bias, four } = places;
  return defineCorrelation(module, places, {
    name: `${prefix}.forward`,
    from: { shape: input.shape, address: input.values },
    to: { shape: output.shape, address: output.values },
    kernel: places.forwardKernel,
    bias: bias?.values,
    blocks: four!.forward,
  });
}

/** inputGradient(first, count, thread): the gradients of the images' input from those of the output. */
export function defineInputGradient(
  module: ModuleBuilder,
  places: ConvolutionPlaces,
  prefix: string,
): number {
  const { input, output, four } = places;
  return defineCorrelation(module, places, {
    name: `${prefix}.inputGradient`,
    from: { shape: output.shape, address: output.gradients },
    to: { shape: input.shape, address: input.gradients },
    kernel: four!.backwardKernel,
    bias: undefined,
    blocks: four!.backward,
  });
}

interface Scratch extends Bench {
  /** The block's transformed map, [36][tiles][channels]. */
  transformed: Local;
  /** The products, [tiles][36][the tile's filters]. */
  products: Local;
}

function defineCorrelation(
  module: ModuleBuilder,
  places: ConvolutionPlaces,
  correlation: Correlation & { name: string },
): number {
  const { from, to, blocks } = correlation;
  return module.define(correlation.name, 3, (f) => {
    const [first, count, thread] = f.parameters as [Local, Local, Local];
    const scratch = {
      between: f.local("i32"),
      four: f.local("v128"),
      transformed: f.local("i32"),
      products: f.local("i32"),
    };
    f.f32x4(4).set(scratch.four);
    pointScratch(f, places, { thread, address: scratch.between });
    f.get(scratch.between).i32(BETWEEN_BYTES).op("i32.add").set(scratch.transformed);
    const transformedBytes = 4 * FOUR_PRODUCTS * blocks.productFloats(from.shape.pitch);
    f.get(scratch.transformed).i32(transformedBytes).op("i32.add").set(scratch.products);
    eachBlock(f, blocks, { first, count }, (block) => {
      const map = { shape: from.shape, base: from.address };
      transformTiles(f, block, {
        ...scratch,
        map,
        side: 6,
        oneWay: fromInput,
        to: scratch.transformed,
      });
      for (const tile of channelTiles(to.shape.pitch)) {
        multiply(f, block, { ...correlation, ...scratch, tile });
        finishTiles(f, block, { ...correlation, ...scratch, tile });
      }
    });
  });
}

type Work = Correlation & Scratch;

/** Makes the block's positions, for a tile of filters, from their products. */
function finishTiles(f: FunctionBuilder, block: Block, work: Work & { tile: VectorTile }): void {
  const { to, bias, tile, products } = work;
  const { shape, address: base } = to;
  const source = f.local("i32");
  const weightBytes = 16 * tile.width;
  const square = { address: source, side: 6, rowBytes: 6 * weightBytes, columnBytes: weightBytes };
  f.get(products).set(source);
  eachTile(f, block, { shape, base: base + 4 * startFloats(shape) }, (address) => {
    for (let v = 0; v < tile.width; v++) {
      const vector = 16 * (tile.first + v);
      const put = (row: number, column: number, value: Local) => {
        f.get(address).get(value);
        if (bias !== undefined) f.i32(bias).at("v128.load", vector).op("f32x4.add");
        f.at("v128.store", 4 * (row * rowFloats(shape) + column * shape.pitch) + vector);
      };
      const from = { ...square, offset: 16 * v };
      transformSquare(f, { oneWay: fromProducts, from, put }, work);
    }
    f.increase(source, FOUR_PRODUCTS * weightBytes);
  });
}
