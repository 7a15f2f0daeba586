// The numbers of a map as they stand in memory.
//
// One alphabet: N images, H×W positions, C channels, K filters, U units. Channels are stored with a
// pitch that is a multiple of four, the width of a vector, except in packed images. An image's
// activations take a multiple of four floats.
export interface ActivationShape {
  height: number;
  width: number;
  channels: number;
  /** Floats from one position to the next. */
  pitch: number;
  /** Positions stored around the map, for a convolution that reads zeros there. Left out: none. */
  frame?: Frame;
}

/** A map of rows and columns that holds another one, whose first position is (top, left). */
export interface Frame {
  rows: number;
  columns: number;
  top: number;
  left: number;
}

/** Floats of one image's activations, with the frame. */
export function activationSize({ height, width, pitch, frame }: ActivationShape): number {
  return roundUpToVector((frame?.rows ?? height) * (frame?.columns ?? width) * pitch);
}

/** Floats from one row of a map to the next. */
export function rowFloats({ width, pitch, frame }: ActivationShape): number {
  return (frame?.columns ?? width) * pitch;
}

/** Floats from the start of an image's activations to the map's first position. */
export function startFloats(shape: ActivationShape): number {
  const { pitch, frame } = shape;
  return frame ? frame.top * rowFloats(shape) + frame.left * pitch : 0;
}

/** The next multiple of four. */
export function roundUpToVector(floats: number): number {
  return 4 * Math.ceil(floats / 4);
}
