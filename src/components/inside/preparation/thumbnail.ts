// The small picture from which a garment is prepared: the browser reduces whatever it is, smoothly and off the
// page's thread, so that nothing large is ever touched here.
import { type Picture, pictureFromRgba } from "../../../lib/dataset/preparation/picture.js";
import { THUMBNAIL_SIDE } from "../../../lib/dataset/preparation/prepareGarment.js";

export interface Size {
  width: number;
  height: number;
}

/** Of a picture of that size, no larger than it; at least one pixel a side. */
export function thumbnailSize({ width, height }: Size): Size {
  const scale = Math.min(1, THUMBNAIL_SIDE / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/**
 * The picture of a part of the source. Rejects with the browser's own error if it cannot decode it.
 * @param size of that part as it is seen: one that turns the camera's pixels has turned
 * @param corner where it begins; left out: the whole
 */
export async function thumbnail(
  source: ImageBitmapSource,
  size: Size,
  corner?: { left: number; top: number },
): Promise<Picture> {
  const small = thumbnailSize(size);
  const options: ImageBitmapOptions = {
    resizeWidth: small.width,
    resizeHeight: small.height,
    resizeQuality: "high",
  };
  const bitmap = await (corner
    ? createImageBitmap(source, corner.left, corner.top, size.width, size.height, options)
    : createImageBitmap(source, options));
  try {
    return pictureOf(bitmap);
  } finally {
    bitmap.close();
  }
}

function pictureOf(bitmap: ImageBitmap): Picture {
  const { width, height } = bitmap;
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  context.drawImage(bitmap, 0, 0);
  return pictureFromRgba(context.getImageData(0, 0, width, height).data, { width, height });
}
