// Sets the gradients of some images to zero, before a kernel adds to them.
import type { FunctionBuilder, Local } from "../assembler/functionBuilder.js";
import type { Activation } from "../places/layerPlaces.js";
import { activationSize } from "../plan/activationShape.js";

export function clearImages(
  f: FunctionBuilder,
  { shape, gradients }: Activation,
  { first, count }: { first: Local; count: Local },
): void {
  const [target, vectors] = [f.local("i32"), f.local("i32")];
  const size = activationSize(shape);
  f.point(target, gradients, { index: first, bytes: 4 * size });
  f.get(count)
    .i32(size / 4)
    .op("i32.mul")
    .set(vectors);
  f.loop(vectors, () => {
    f.get(target).f32x4(0).at("v128.store").increase(target, 16);
  });
}
