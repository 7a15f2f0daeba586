// The way back through a convolution. Only the positions that the pooling kept, and that ReLU let
// live, have a gradient: about an eighth. They are first listed, filter by filter, as pairs of an
// input address and a gradient; then each entry adds its gradient times a row of the input to the
// filter's gradient, and its gradient times the filter to the input's gradient.
//
// Vectors run over (fx, c), which are side by side in the input and in the kernel's layout.
import type { FunctionBuilder, Local, ModuleBuilder } from "../assembler.js";
import type { ConvolutionPlaces } from "../places.js";

const ENTRY_BYTES = 8;
/** Vectors of one row that are kept in registers at once. */
const ROW_TILE = 9;

/** entries(n): lists the living gradients of n images. */
export function defineConvolutionEntries(module: ModuleBuilder, places: ConvolutionPlaces): number {
  const { plan, input, output, maxima, entries, entriesPerFilter, entryEnds } = places;
  const spread = (plan.pooled ? 2 : 1) * plan.step;
  const columnBytes = 4 * plan.input.stride;
  const rowBytes = columnBytes * plan.input.width;
  return module.define(`${plan.name}.entries`, 1, (f) => {
    const [n] = f.parameters as [Local];
    const image = f.local("i32");
    const row = f.local("i32");
    const position = f.local("i32");
    const offset = f.local("i32"); // in bytes, alike in values, gradients and maxima
    const end = f.local("i32");
    const filterOffset = f.local("i32");
    const gradient = f.local("f32");
    const target = f.local("i32");
    f.i32(entries).set(target).i32(0).set(filterOffset);
    f.loop(plan.output.channels, () => {
      f.get(filterOffset).get(target).at("i32.store", entryEnds);
      f.increase(target, ENTRY_BYTES * entriesPerFilter).increase(filterOffset, 4);
    });
    f.i32(input.values).set(image).i32(0).set(offset);
    f.loop(n, () => {
      f.get(image).set(row);
      f.loop(plan.output.height, () => {
        f.get(row).set(position);
        f.loop(plan.output.width, () => {
          f.i32(0).set(filterOffset);
          f.loop(plan.output.channels, () => {
            f.get(filterOffset).at("i32.load", entryEnds).set(end);
            f.get(offset).at("f32.load", output.gradients);
            if (plan.relu) {
              f.f32(0).get(offset).at("f32.load", output.values).f32(0).op("f32.gt", "select");
            }
            f.set(gradient);
            f.get(end).get(gradient).at("f32.store", 4);
            f.get(end).get(position);
            if (plan.pooled) f.get(offset).at("i32.load", maxima).op("i32.add");
            f.at("i32.store");
            // Written always, kept only if it is alive: no branch to guess wrong.
            f.get(filterOffset);
            f.get(end).get(gradient).f32(0).op("f32.ne").i32(3).op("i32.shl", "i32.add");
            f.at("i32.store", entryEnds);
            f.increase(offset, 4).increase(filterOffset, 4);
          });
          f.increase(offset, 4 * (plan.output.stride - plan.output.channels));
          f.increase(position, spread * columnBytes);
        });
        f.increase(row, spread * rowBytes);
      });
      f.increase(image, rowBytes * plan.input.height);
    });
  });
}

/** kernelGradient(): the gradients of kernel and bias, from the entries. */
export function defineKernelGradient(module: ModuleBuilder, places: ConvolutionPlaces): number {
  const { plan, kernel, bias, rowVectors } = places;
  const rowBytes = 4 * plan.input.stride * plan.input.width;
  const wholeFilter = plan.filterHeight * rowVectors <= ROW_TILE;
  return module.define(`${plan.name}.kernelGradient`, 0, (f) => {
    const target = f.local("i32");
    const biasTarget = f.local("i32");
    const biasSum = f.local("f32");
    f.i32(kernel.gradients).set(target).i32(bias.gradients).set(biasTarget);
    eachFilter(f, places, (start, count) => {
      let first = true;
      const sumRows = (reads: { input: number; kernel: number }[]) => {
        const sums = reads.map(() => f.local("v128"));
        const entry = f.local("i32");
        const source = f.local("i32");
        const spread = f.local("v128");
        for (const sum of sums) f.f32x4(0).set(sum);
        const withBias = first;
        first = false;
        if (withBias) f.f32(0).set(biasSum);
        f.get(start).set(entry);
        f.loop(count, () => {
          f.get(entry).at("i32.load").set(source);
          f.get(entry).at("v128.load32_splat", 4).set(spread);
          if (withBias) f.get(biasSum).get(entry).at("f32.load", 4).op("f32.add").set(biasSum);
          sums.forEach((sum, i) => {
            f.get(sum).get(spread).get(source).at("v128.load", reads[i]!.input);
            f.op("f32x4.mul", "f32x4.add").set(sum);
          });
          f.increase(entry, ENTRY_BYTES);
        });
        sums.forEach((sum, i) => f.get(target).get(sum).at("v128.store", reads[i]!.kernel));
      };
      const rows = Array.from({ length: plan.filterHeight }, (_, fy) =>
        Array.from({ length: rowVectors }, (_, v) => ({
          input: fy * rowBytes + 16 * v,
          kernel: 16 * (fy * rowVectors + v),
        })),
      );
      if (wholeFilter) sumRows(rows.flat());
      else for (const row of rows) for (const part of chunks(row, ROW_TILE)) sumRows(part);
      f.get(biasTarget).get(biasSum).at("f32.store");
      f.increase(biasTarget, 4).increase(target, 16 * plan.filterHeight * rowVectors);
    });
  });
}

/** inputGradient(n): the gradients of the input of n images, from the entries. */
export function defineInputGradient(module: ModuleBuilder, places: ConvolutionPlaces): number {
  const { plan, input, kernel, rowVectors } = places;
  const rowBytes = 4 * plan.input.stride * plan.input.width;
  const distance = input.gradients - input.values; // from an input value to its gradient
  return module.define(`${plan.name}.inputGradient`, 1, (f) => {
    const [n] = f.parameters as [Local];
    clear(f, { address: input.gradients, n, bytes: rowBytes * plan.input.height });
    const weights = f.local("i32");
    f.i32(kernel.values).set(weights);
    eachFilter(f, places, (start, count) => {
      for (let fy = 0; fy < plan.filterHeight; fy++) {
        const row = Array.from({ length: rowVectors }, (_, v) => v);
        for (const part of chunks(row, ROW_TILE)) {
          const held = part.map((v) => {
            const local = f.local("v128");
            f.get(weights)
              .at("v128.load", 16 * (fy * rowVectors + v))
              .set(local);
            return local;
          });
          const entry = f.local("i32");
          const target = f.local("i32");
          const spread = f.local("v128");
          f.get(start).set(entry);
          f.loop(count, () => {
            f.get(entry).at("i32.load").i32(distance).op("i32.add").set(target);
            f.get(entry).at("v128.load32_splat", 4).set(spread);
            part.forEach((v, i) => {
              const at = fy * rowBytes + 16 * v;
              f.get(target).get(target).at("v128.load", at);
              f.get(spread).get(held[i]!).op("f32x4.mul", "f32x4.add").at("v128.store", at);
            });
            f.increase(entry, ENTRY_BYTES);
          });
        }
      }
      f.increase(weights, 16 * plan.filterHeight * rowVectors);
    });
  });
}

/** Runs the body for each filter with the start and the number of its entries. */
function eachFilter(
  f: FunctionBuilder,
  { plan, entries, entriesPerFilter, entryEnds }: ConvolutionPlaces,
  body: (start: Local, count: Local) => void,
): void {
  const start = f.local("i32");
  const count = f.local("i32");
  const filterOffset = f.local("i32");
  f.i32(entries).set(start).i32(0).set(filterOffset);
  f.loop(plan.output.channels, () => {
    f.get(filterOffset)
      .at("i32.load", entryEnds)
      .get(start)
      .op("i32.sub")
      .i32(3)
      .op("i32.shr_u")
      .set(count);
    body(start, count);
    f.increase(start, ENTRY_BYTES * entriesPerFilter).increase(filterOffset, 4);
  });
}

/** Sets n × bytes to zero; bytes is a multiple of 16. */
function clear(
  f: FunctionBuilder,
  { address, n, bytes }: { address: number; n: Local; bytes: number },
): void {
  const target = f.local("i32");
  const vectors = f.local("i32");
  f.i32(address).set(target);
  f.get(n)
    .i32(bytes / 16)
    .op("i32.mul")
    .set(vectors);
  f.loop(vectors, () => {
    f.get(target).f32x4(0).at("v128.store").increase(target, 16);
  });
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}
