/** Of the data set's images. */
export const shape = [28, 28, 1] as const;

/** All that can be done to an image. */
export const all = { seed: 3, flip: true, shift: 2, erasing: 0.25 };
