// The end of the way to a kernel's gradient: GᵀuG of the sums u of all the tiles, with the G of
// kernelLayout.ts. The parts of the batch are added up in their order.
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../../assembler/moduleBuilder.js";
import type { ConvolutionPlaces } from "../../places/layerPlaces.js";
import { GRADIENT_PARTS } from "../../places/winogradFourShape.js";

/** kernelGradient(first, count): of a slice of the filters, from the parts' sums. */
export function defineKernelGradient(
  module: ModuleBuilder,
  places: ConvolutionPlaces,
  prefix: string,
): number {
  const { plan, kernel, rowVectors } = places;
  const { channels: K } = plan.output;
  const { pitch } = plan.input;
  const { partSums, partBytes } = places.four!;
  return module.define(`${prefix}.kernelGradient`, 2, (f) => {
    const [first, count] = f.parameters as [Local, Local];
    const [source, target] = [f.local("i32"), f.local("i32")];
    f.point(source, partSums, { index: first, bytes: 4 * pitch });
    f.point(target, kernel.gradients, { index: first, bytes: 3 * 16 * rowVectors });
    f.loop(count, () => {
      f.loop(pitch / 4, () => {
        const productBytes = 4 * K * pitch;
        backKernel(f, { source, target, productBytes, partBytes, pitch, rowVectors });
        f.increase(source, 16).increase(target, 16);
      });
      f.increase(target, 3 * 16 * rowVectors - 4 * pitch);
    });
  });
}

/** biasGradient(first, count): of a slice of the vectors of filters, from the parts' sums. */
export function defineBiasGradient(
  module: ModuleBuilder,
  { plan, bias, four }: ConvolutionPlaces,
  prefix: string,
): number {
  return module.define(`${prefix}.biasGradient`, 2, (f) => {
    const [first, count] = f.parameters as [Local, Local];
    const at = f.local("i32");
    f.point(at, 0, { index: first, bytes: 16 });
    f.loop(count, () => {
      f.get(at);
      sumParts(f, (part) => {
        f.get(at).at("v128.load", four!.partBiasSums + 4 * part * plan.output.pitch);
      });
      f.at("v128.store", bias!.gradients).increase(at, 16);
    });
  });
}

/** Pushes the sum of what is pushed for each part, in their order. */
function sumParts(f: FunctionBuilder, push: (part: number) => void): void {
  push(0);
  for (let part = 1; part < GRADIENT_PARTS; part++) {
    push(part);
    f.op("f32x4.add");
  }
}

/** Gᵀ u G of four channels of one filter. */
function backKernel(
  f: FunctionBuilder,
  at: {
    source: Local;
    target: Local;
    productBytes: number;
    partBytes: number;
    pitch: number;
    rowVectors: number;
  },
): void {
  const places = [0, 1, 2, 3, 4, 5];
  const columns = places.map((column) =>
    toKernel(
      f,
      places.map((row) => {
        const total = f.local("v128");
        const offset = at.productBytes * (6 * row + column);
        sumParts(f, (part) => f.get(at.source).at("v128.load", part * at.partBytes + offset));
        f.set(total);
        return total;
      }),
    ),
  );
  [0, 1, 2].forEach((fy) => {
    const numbers = columns.map((column) => column[fy]!);
    toKernel(f, numbers).forEach((value, fx) => {
      f.get(at.target)
        .get(value)
        .at("v128.store", 16 * at.rowVectors * fy + 4 * at.pitch * fx);
    });
  });
}

/** Gᵀ times six. */
function toKernel(f: FunctionBuilder, u: readonly Local[]): Local[] {
  const [sum, difference, sumTwo, differenceTwo] = [0, 1, 2, 3].map(() => f.local("v128")) as [
    Local,
    Local,
    Local,
    Local,
  ];
  f.get(u[1]!)
    .get(u[2]!)
    .op("f32x4.add")
    .f32x4(1 / 6)
    .op("f32x4.mul")
    .set(sum);
  f.get(u[2]!)
    .get(u[1]!)
    .op("f32x4.sub")
    .f32x4(1 / 6)
    .op("f32x4.mul")
    .set(difference);
  f.get(u[3]!)
    .get(u[4]!)
    .op("f32x4.add")
    .f32x4(1 / 6)
    .op("f32x4.mul")
    .set(sumTwo);
  f.get(u[3]!)
    .get(u[4]!)
    .op("f32x4.sub")
    .f32x4(1 / 12)
    .op("f32x4.mul")
    .set(differenceTwo);
  const found = [0, 1, 2].map(() => f.local("v128"));
  f.get(u[0]!).get(sumTwo).op("f32x4.add").f32x4(0.25).op("f32x4.mul").get(sum).op("f32x4.sub");
  f.set(found[0]!);
  f.get(difference).get(differenceTwo).op("f32x4.add").set(found[1]!);
  f.get(u[5]!).get(sumTwo).get(sum).op("f32x4.sub", "f32x4.add").set(found[2]!);
  return found;
}
