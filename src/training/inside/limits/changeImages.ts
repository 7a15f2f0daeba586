// A whole set of images, each changed as much as the others.
import { imageAt, type ImageSet } from "../../../lib/dataset/dataset.js";
import type { ImageChange } from "../../../lib/dataset/changes/imageChanges.js";
import { breather } from "../../loop/breathe.js";

/** The images, changed; their labels are the same. Noise is of each image its own, by its number. */
export async function changeImages(
  set: ImageSet,
  change: Pick<ImageChange, "apply">,
  amount: number,
): Promise<ImageSet> {
  const breatheIfDue = breather();
  const images = new Uint8Array(set.images.length);
  const pixels = images.length / set.count;
  for (let index = 0; index < set.count; index++) {
    images.set(change.apply(imageAt(set, index), amount, { index }), index * pixels);
    await breatheIfDue();
  }
  return { ...set, images };
}
