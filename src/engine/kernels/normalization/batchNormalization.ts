// Batch normalization (Ioffe and Szegedy, 2015) over the batch and the positions, a channel at a time,
// as tf.layers does it, with the ReLU and the max pooling 2×2 that follow it, in one pass. The statistics
// are in normalizationStatistics.ts, the way back in normalizationGradients.ts.
import type { ModuleBuilder } from "../../assembler/moduleBuilder.js";
import type { BatchNormalizationPlaces } from "../../places/layerPlaces.js";
import { eachImage, eachPlace } from "./normalizationLoops.js";
import { loadWindow } from "./normalizationWindow.js";

/** normalize(first, count): values times scale plus shift, ReLU, and the largest of each window. */
export function defineNormalize(
  module: ModuleBuilder,
  places: BatchNormalizationPlaces,
  prefix: string,
): number {
  const { plan, output } = places;
  return module.define(`${prefix}.normalize`, 2, (f) => {
    eachImage(f, (image) => {
      eachPlace(f, places, {
        image,
        body(at) {
          for (let v = 0; v < plan.output.pitch / 4; v++) {
            const { best } = loadWindow(f, places, { input: at.input, v });
            f.get(at.output).get(best);
            if (plan.relu) f.f32x4(0).op("f32x4.pmax");
            f.at("v128.store", output.values + 16 * v);
          }
        },
      });
    });
  });
}
