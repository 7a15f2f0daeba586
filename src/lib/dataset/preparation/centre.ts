import { makePicture, type Picture, WHITE } from "./picture.js";

/**
 * The picture in the middle of a white square. Of an odd rest the left and the top get one more, as
 * in the data set's images.
 * @param side at least the picture's
 */
export function centre({ width, height, rgb }: Picture, side: number): Picture {
  const top = Math.ceil((side - height) / 2);
  const left = Math.ceil((side - width) / 2);
  return makePicture({ width: side, height: side }, (pixel, channel) => {
    const row = Math.floor(pixel / side) - top;
    const column = (pixel % side) - left;
    const isInside = row >= 0 && row < height && column >= 0 && column < width;
    return isInside ? rgb[3 * (row * width + column) + channel]! : WHITE;
  });
}
