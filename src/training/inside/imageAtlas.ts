// All the images of a set in one picture, from which small ones are cut when a map is drawn.
import { IMAGE_SIDE, type ImageSet, PIXELS } from "../../lib/dataset/dataset.js";
import { ATLAS_COLUMNS } from "../../lib/dataset/atlasPlace.js";

/** Row by row, as atlasPlace says; in a worker, for it takes a tenth of a second. */
export function imageAtlas({ images, count }: ImageSet): Promise<ImageBitmap> {
  const width = ATLAS_COLUMNS * IMAGE_SIDE;
  const picture = new ImageData(width, Math.ceil(count / ATLAS_COLUMNS) * IMAGE_SIDE);
  const points = new Uint32Array(picture.data.buffer);
  for (let n = 0; n < count; n++) {
    const left = (n % ATLAS_COLUMNS) * IMAGE_SIDE;
    const top = Math.floor(n / ATLAS_COLUMNS) * IMAGE_SIDE;
    for (let p = 0; p < PIXELS; p++) {
      const [row, column] = [Math.floor(p / IMAGE_SIDE), p % IMAGE_SIDE];
      const grey = images[n * PIXELS + p]!;
      points[(top + row) * width + left + column] = 0xff000000 | (grey * 0x010101);
    }
  }
  return createImageBitmap(picture);
}
