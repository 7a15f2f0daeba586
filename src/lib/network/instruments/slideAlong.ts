// How often a window fits along one axis of a map.
export interface Along {
  count: number;
  /** Zeros before the first. */
  before: number;
}

/** ⌊(n − k) / s⌋ + 1 positions; with `same` padding ⌈n / s⌉, the odd zero behind, as TensorFlow has it. */
export function slideAlong(
  length: number,
  { size, stride, same }: { size: number; stride: number; same: boolean },
): Along {
  if (!same) return { count: Math.floor((length - size) / stride) + 1, before: 0 };
  const count = Math.ceil(length / stride);
  const zeros = Math.max(0, (count - 1) * stride + size - length);
  return { count, before: Math.floor(zeros / 2) };
}
