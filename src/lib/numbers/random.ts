// The one source of randomness: Philox4x32-10, a counter-based generator (Salmon, Moraes, Dror and
// Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11). A value depends only on the seed, the
// purpose and its position, so an interrupted run goes on with the same numbers, in any engine.

/** What a stream is drawn for; each purpose has numbers of its own. */
export const purposes = {
  weights: 0,
  shuffle: 1,
  dropout: 2,
  sample: 3,
  augmentation: 4,
  noise: 5,
  embedding: 6,
  validation: 7,
  mirror: 8,
} as const;
export type Purpose = keyof typeof purposes;

/** The engine draws the same numbers in WebAssembly. */
export const philoxConstants = {
  multipliers: [0xd2511f53, 0xcd9e8d57],
  weyl: [0x9e3779b9, 0xbb67ae85],
  rounds: 10,
} as const;

/** The high 32 bits of the 64-bit product of two unsigned 32-bit integers. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const carry = aLow * bHigh + (middle % 0x10000);
  return (aHigh * bHigh + Math.floor(middle / 0x10000) + Math.floor(carry / 0x10000)) >>> 0;
}

export type Block = [number, number, number, number];

/** The four unsigned 32-bit numbers of one block of Philox4x32-10. */
export function philox(counter: Readonly<Block>, key: readonly [number, number]): Block {
  let [c0, c1, c2, c3] = counter;
  let [k0, k1] = key;
  const { multipliers, weyl, rounds } = philoxConstants;
  for (let round = 0; round < rounds; round++) {
    const high0 = multiplyHigh(multipliers[0], c0);
    const low0 = Math.imul(multipliers[0], c0) >>> 0;
    const high1 = multiplyHigh(multipliers[1], c2);
    const low1 = Math.imul(multipliers[1], c2) >>> 0;
    [c0, c1, c2, c3] = [(high1 ^ c1 ^ k0) >>> 0, low1, (high0 ^ c3 ^ k1) >>> 0, low0];
    k0 = (k0 + weyl[0]) >>> 0;
    k1 = (k1 + weyl[1]) >>> 0;
  }
  return [c0, c1, c2, c3];
}

/** A stream of numbers for one purpose; `index` tells streams of one purpose apart (epoch, step, layer). */
export class RandomStream {
  private readonly key: readonly [number, number];
  private block: Block = [0, 0, 0, 0];
  private position = 0;

  /** @param seed an integer in 0 … 2³² − 1 */
  constructor(
    seed: number,
    purpose: Purpose,
    private readonly index = 0,
    private readonly subindex = 0,
  ) {
    this.key = [seed >>> 0, purposes[purpose]];
  }

  /** The next integer, uniform in 0 … 2³² − 1. */
  uint32(): number {
    const lane = this.position % 4;
    if (lane === 0) {
      this.block = philox([this.position >>> 2, this.index, this.subindex, 0], this.key);
    }
    this.position++;
    return this.block[lane]!;
  }

  /** The next number, uniform in [0, 1), with 24 bits, exact in float32. */
  uniform(): number {
    return (this.uint32() >>> 8) / 0x1000000;
  }

  /** The next integer, uniform in 0 … bound − 1, without bias (rejection). */
  integer(bound: number): number {
    const limit = 0x100000000 - (0x100000000 % bound);
    let value = this.uint32();
    while (value >= limit) value = this.uint32();
    return value % bound;
  }

  /** Shuffles in place (Fisher–Yates) and returns the array. */
  shuffle<A extends { length: number; [index: number]: number }>(array: A): A {
    for (let i = array.length - 1; i > 0; i--) {
      const j = this.integer(i + 1);
      [array[i], array[j]] = [array[j]!, array[i]!];
    }
    return array;
  }
}
