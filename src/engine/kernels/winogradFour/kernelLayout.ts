// A kernel on its way into Winograd's F(4×4,3×3): GgGᵀ of each filter g and channel, once a step, after the
// weights have moved; and for the way back the same of the filters turned round.
//
//       ⎛  1/4    0     0  ⎞
//       ⎜ −1/6  −1/6  −1/6 ⎟
//   G = ⎜ −1/6   1/6  −1/6 ⎟
//       ⎜ 1/24  1/12   1/6 ⎟
//       ⎜ 1/24 −1/12   1/6 ⎟
//       ⎝   0     0     1  ⎠
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../../assembler/moduleBuilder.js";
import type { VectorTile } from "../../assembler/vectorTiles.js";
import type { ConvolutionPlaces } from "../../places/layerPlaces.js";
import { channelTiles, FOUR_PRODUCTS } from "../../places/winogradFourShape.js";

/** Addresses on the way through the filters and their channels. */
interface Pointers {
  /** Of the filter's first number, and of four channels of it. */
  filter: Local;
  source: Local;
  /** Of what they become, forward and back. */
  forward: Local;
  backward: Local;
  /** The filter's number. */
  k: Local;
}

/** layout(): rewrites the transformed copies, for the way forward and back; their padding stays zero. */
export function defineLayout(
  module: ModuleBuilder,
  places: ConvolutionPlaces,
  prefix: string,
): number {
  const { plan, kernel, rowVectors, forwardKernel } = places;
  const { channels, pitch } = plan.input;
  return module.define(`${prefix}.layout`, 0, (f) => {
    const local = () => f.local("i32");
    const [filter, source, forward, backward, k] = [local(), local(), local(), local(), local()];
    const at = { filter, source, forward, backward, k };
    const start = local();
    f.i32(kernel.values).set(filter).i32(0).set(k);
    for (const tile of channelTiles(plan.output.pitch)) {
      f.i32(forwardKernel + 16 * tile.first * FOUR_PRODUCTS * channels).set(start);
      f.loop(Math.min(4 * tile.width, plan.output.channels - 4 * tile.first), () => {
        f.get(filter).set(source).get(start).set(forward);
        for (const back of channelTiles(pitch)) transformFilter(f, places, { ...at, tile, back });
        f.increase(filter, 3 * 16 * rowVectors)
          .increase(start, 4)
          .increase(k, 1);
      });
    }
  });
}

/** Transforms the channels of one filter that go together on the way back. */
function transformFilter(
  f: FunctionBuilder,
  places: ConvolutionPlaces,
  at: Pointers & { tile: VectorTile; back: VectorTile },
): void {
  const { back, backward } = at;
  const { channels } = places.plan.input;
  const perFilter = FOUR_PRODUCTS * places.plan.output.channels;
  const start = places.four!.backwardKernel + 16 * back.first * perFilter;
  f.point(backward, start, { index: at.k, bytes: 16 * back.width });
  const whole = Math.min(back.width, Math.floor(channels / 4) - back.first);
  f.loop(whole, () => {
    fourChannels(f, places, { ...at, lanes: 4 });
  });
  if (whole < back.width) fourChannels(f, places, { ...at, lanes: channels % 4 });
}

function fourChannels(
  f: FunctionBuilder,
  { plan, rowVectors, passesBack }: ConvolutionPlaces,
  at: Pointers & { tile: VectorTile; back: VectorTile; lanes: number },
): void {
  const { source, forward, backward, back, lanes } = at;
  const weightBytes = 16 * at.tile.width;
  const rows = loadKernel(f, source, {
    rowBytes: 16 * rowVectors,
    columnBytes: 4 * plan.input.pitch,
  });
  transformKernel(f, rows).forEach((product, i) => {
    for (let lane = 0; lane < lanes; lane++) {
      f.get(forward).get(product);
      f.storeLane(lane, (i * plan.input.channels + lane) * weightBytes);
    }
  });
  if (passesBack) {
    const turned = rows.toReversed().map((numbers) => numbers.toReversed());
    transformKernel(f, turned).forEach((product, i) => {
      f.get(backward).get(product);
      f.at("v128.store", 16 * i * plan.output.channels * back.width);
    });
  }
  f.increase(source, 16)
    .increase(forward, 4 * weightBytes)
    .increase(backward, 16);
}

function loadKernel(
  f: FunctionBuilder,
  address: Local,
  { rowBytes, columnBytes }: { rowBytes: number; columnBytes: number },
): Local[][] {
  return [0, 1, 2].map((fy) =>
    [0, 1, 2].map((fx) => {
      const local = f.local("v128");
      f.get(address)
        .at("v128.load", fy * rowBytes + fx * columnBytes)
        .set(local);
      return local;
    }),
  );
}

/** The thirty-six of a filter's nine, row by row. */
function transformKernel(f: FunctionBuilder, rows: readonly Local[][]): Local[] {
  const columns = [0, 1, 2].map((fx) =>
    fromKernel(
      f,
      rows.map((numbers) => numbers[fx]!),
    ),
  );
  return [0, 1, 2, 3, 4, 5].flatMap((row) =>
    fromKernel(
      f,
      columns.map((column) => column[row]!),
    ),
  );
}

/** G times three. */
function fromKernel(f: FunctionBuilder, g: readonly Local[]): Local[] {
  const [outer, inner, far, near] = [0, 1, 2, 3].map(() => f.local("v128")) as [
    Local,
    Local,
    Local,
    Local,
  ];
  const found = [0, 1, 2, 3, 4].map(() => f.local("v128"));
  f.get(g[0]!)
    .get(g[2]!)
    .op("f32x4.add")
    .f32x4(-1 / 6)
    .op("f32x4.mul")
    .set(outer);
  f.get(g[1]!)
    .f32x4(1 / 6)
    .op("f32x4.mul")
    .set(inner);
  f.get(g[0]!)
    .f32x4(1 / 24)
    .op("f32x4.mul");
  f.get(g[2]!)
    .f32x4(1 / 6)
    .op("f32x4.mul", "f32x4.add")
    .set(far);
  f.get(inner).f32x4(0.5).op("f32x4.mul").set(near);
  f.get(g[0]!).f32x4(0.25).op("f32x4.mul").set(found[0]!);
  f.get(outer).get(inner).op("f32x4.sub").set(found[1]!);
  f.get(outer).get(inner).op("f32x4.add").set(found[2]!);
  f.get(far).get(near).op("f32x4.add").set(found[3]!);
  f.get(far).get(near).op("f32x4.sub").set(found[4]!);
  return [...found, g[2]!];
}
