import { expect, test } from "vitest";
import { busyShare } from "../../bench/busyShare.js";

const core = (user: number, sys: number, idle: number) => {
  return { times: { user, sys, idle, nice: 0, irq: 0 } };
};

test("busyShare is what was not idle between two readings, over all cores", () => {
  const before = [core(1000, 100, 5000), core(0, 0, 0)];
  const after = [core(1060, 140, 5000), core(0, 20, 80)];
  expect(busyShare(before, after)).toBeCloseTo(0.6, 12);
});

test("busyShare of two equal readings is 0", () => {
  expect(busyShare([core(1, 2, 3)], [core(1, 2, 3)])).toBe(0);
});
