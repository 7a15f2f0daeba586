import { describe, expect, test } from "vitest";
import { philox, RandomStream } from "../../../src/lib/numbers/random.js";

const hex = (numbers: readonly number[]) => numbers.map((n) => n.toString(16).padStart(8, "0"));

describe("philox", () => {
  // Random123's own known answers (kat_vectors, philox4x32 10).
  test("gives the known answers of its authors", () => {
    expect(hex(philox([0, 0, 0, 0], [0, 0]))).toEqual([
      "6627e8d5",
      "e169c58d",
      "bc57ac4c",
      "9b00dbd8",
    ]);
    const ones = 0xffffffff;
    expect(hex(philox([ones, ones, ones, ones], [ones, ones]))).toEqual([
      "408f276d",
      "41c83b0e",
      "a20bc7c6",
      "6d5451fd",
    ]);
    expect(
      hex(philox([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0])),
    ).toEqual(["d16cfe09", "94fdcceb", "5001e420", "24126ea1"]);
  });
});

describe("RandomStream", () => {
  const first = (stream: RandomStream) => Array.from({ length: 8 }, () => stream.uint32());

  test("repeats itself for the same seed, purpose and index, and for no other", () => {
    const same = first(new RandomStream(42, "dropout", 3, 1));
    expect(first(new RandomStream(42, "dropout", 3, 1))).toEqual(same);
    for (const other of [
      new RandomStream(43, "dropout", 3, 1),
      new RandomStream(42, "shuffle", 3, 1),
      new RandomStream(42, "dropout", 4, 1),
      new RandomStream(42, "dropout", 3, 2),
    ]) {
      expect(first(other)).not.toEqual(same);
    }
  });

  test("is uniform: mean, variance and correlation of neighbours over 100,000 numbers", () => {
    const stream = new RandomStream(7, "sample");
    const values = Array.from({ length: 100_000 }, () => stream.uniform());
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    const covariance =
      values.slice(1).reduce((sum, value, i) => sum + (value - mean) * (values[i]! - mean), 0) /
      values.length;
    expect(mean).toBeCloseTo(0.5, 2);
    expect(variance).toBeCloseTo(1 / 12, 2);
    expect(covariance / variance).toBeCloseTo(0, 1);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
  });

  test("shuffles to every order equally often", () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = new RandomStream(1, "shuffle", i).shuffle([0, 1, 2]).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(130); // 4.5 sigma
  });
});
