import { expect, test } from "vitest";
import { kernelTable } from "../../bench/kernelTable.js";

test("kernelTable gives shares of the step and of the peak, and the sum", () => {
  const kernels = [
    { kernel: "conv2 forward", microseconds: 300, gflops: 30 },
    { kernel: "conv2 entries", microseconds: 100, gflops: 0 },
  ];
  expect(kernelTable(kernels, 40).split("\n").slice(2)).toEqual([
    "| conv2 forward | 300.0 | 75 % | 30.0 | 75 % |",
    "| conv2 entries | 100.0 | 25 % | – | – |",
    "| all | 400.0 | 100 % | 22.5 | 56 % |",
  ]);
});

test("kernelTable tells the operations really made where it knows them, and small kernels together", () => {
  const kernels = [
    { kernel: "conv forward", microseconds: 900, gflops: 60, madeGflops: 20 },
    { kernel: "mean", microseconds: 60, gflops: 0, madeGflops: 0 },
    { kernel: "dense", microseconds: 40, gflops: 10, madeGflops: 10 },
  ];
  const lines = kernelTable(kernels, 40, { leastShare: 0.1 }).split("\n");
  expect(lines[0]).toBe(
    "| kernel | µs a step | of the step | GFLOP/s | of the peak, 40.0 | made | of the peak, 40.0 |",
  );
  expect(lines.slice(2)).toEqual([
    "| conv forward | 900.0 | 90 % | 60.0 | 150 % | 20.0 | 50 % |",
    "| 2 others | 100.0 | 10 % | 4.0 | 10 % | 4.0 | 10 % |",
    "| all | 1000.0 | 100 % | 54.4 | 136 % | 18.4 | 46 % |",
  ]);
});

test("kernelTable tells the kernels of a deep network by their tasks, as none is large", () => {
  const layers = Array.from({ length: 20 }, (_, i) => [
    { kernel: `conv${i} forward`, microseconds: 30, gflops: 60 },
    { kernel: `conv${i} input gradient`, microseconds: 18, gflops: 40 },
  ]).flat();
  const still = { kernel: "fc bias gradient", microseconds: 0, gflops: 0 };
  const kernels = [{ kernel: "input", microseconds: 40, gflops: 0 }, still, ...layers];
  const lines = kernelTable(kernels, 40, { leastShare: 0.05 }).split("\n").slice(2);
  expect(lines.join()).not.toContain("NaN");
  expect(lines.map((line) => line.split(" | ").slice(0, 3).join(" | "))).toEqual([
    "| layers forward | 600.0 | 60 %",
    "| layers input gradient | 360.0 | 36 %",
    "| 2 others | 40.0 | 4 %",
    "| all | 1000.0 | 100 %",
  ]);
});

test("kernelTable is empty without kernels or without a peak", () => {
  expect(kernelTable([], 40)).toBe("");
  expect(kernelTable([{ kernel: "a", microseconds: 1, gflops: 1 }], undefined)).toBe("");
});
