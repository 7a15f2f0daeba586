// Images of the data set as a shop's photograph might show them: drawn large, with some room around.
import { IMAGE_SIDE } from "../../../../src/lib/dataset/dataset.js";
import {
  makePicture,
  type Picture,
  WHITE,
} from "../../../../src/lib/dataset/preparation/picture.js";

export interface Drawing {
  /** Pixels of the picture a pixel of the image. */
  scale: number;
  /** Pixels on each side. */
  room: number;
  /** 0–255: white paper, the garment dark on it, or black, and the garment light. */
  paper?: number;
  /** Whether the pixels of the image run into each other. */
  smooth?: boolean;
}

export function drawnLarge(image: Uint8Array, drawing: Drawing): Picture {
  const { scale, room, paper = WHITE, smooth = false } = drawing;
  const side = Math.round(IMAGE_SIDE * scale) + 2 * room;
  const read = smooth ? smoothly : plainly;
  return makePicture({ width: side, height: side }, (pixel) => {
    const place = (along: number) => (along - room + 0.5) / scale - 0.5;
    const ink = read(image, place(Math.floor(pixel / side)), place(pixel % side)) / WHITE;
    return paper === 0 ? ink * WHITE : (1 - ink) * paper;
  });
}

function plainly(image: Uint8Array, row: number, column: number): number {
  return valueAt(image, Math.round(row), Math.round(column));
}

function smoothly(image: Uint8Array, row: number, column: number): number {
  const [top, left] = [Math.floor(row), Math.floor(column)];
  const [down, right] = [row - top, column - left];
  const across = (line: number) =>
    (1 - right) * valueAt(image, line, left) + right * valueAt(image, line, left + 1);
  return (1 - down) * across(top) + down * across(top + 1);
}

function valueAt(image: Uint8Array, row: number, column: number): number {
  const isInside = row >= 0 && row < IMAGE_SIDE && column >= 0 && column < IMAGE_SIDE;
  return isInside ? image[row * IMAGE_SIDE + column]! : 0;
}
