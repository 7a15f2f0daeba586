// Copies a convolution's kernel from the layout of the backward pass, [K][FH][row], to that of the
// forward pass, [FH][FW][C][output stride]. Done once a step, after the weights have moved.
import type { Local, ModuleBuilder } from "../assembler.js";
import type { ConvolutionPlaces } from "../places.js";

/** layout(): rewrites the forward copy; its padding stays zero. */
export function defineKernelLayout(module: ModuleBuilder, places: ConvolutionPlaces): number {
  const { plan, kernel, rowVectors, forwardKernel } = places;
  const { filterHeight, filterWidth, input, output } = plan;
  return module.define(`${plan.name}.layout`, 0, (f) => {
    const filter = f.local("i32");
    const row = f.local("i32");
    const source: Local = f.local("i32");
    const filterTarget = f.local("i32");
    const target = f.local("i32");
    f.i32(kernel.values).set(filter).i32(forwardKernel).set(filterTarget);
    f.loop(output.channels, () => {
      f.get(filter).set(row).get(filterTarget).set(target);
      f.loop(filterHeight, () => {
        f.get(row).set(source);
        f.loop(filterWidth, () => {
          f.loop(input.channels, () => {
            f.get(target).get(source).at("f32.load").at("f32.store");
            f.increase(source, 4).increase(target, 4 * output.stride);
          });
          f.increase(source, 4 * (input.stride - input.channels));
        });
        f.increase(row, 16 * rowVectors);
      });
      f.increase(filter, 16 * rowVectors * filterHeight).increase(filterTarget, 4);
    });
  });
}
