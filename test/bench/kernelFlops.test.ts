import { describe, expect, test } from "vitest";
import { topologyOf } from "../engine/topologyOf.js";
import { largeNetworks } from "../engine/largeNetworks.js";
import { kernelFlops, madeFlops } from "../../bench/kernels/kernelFlops.js";
import { combine } from "../../bench/kernels/measureKernels.js";
import { flopsOfAPass } from "../../bench/kernels/peakModule.js";
import { kernelLabel, stepKernels } from "../../bench/kernels/stepKernels.js";
import { networkNames, originalNetwork, otherNetworks } from "../../bench/networks.js";
import { planPlaces } from "../../src/engine/places/places.js";
import { planNetwork } from "../../src/engine/plan/planNetwork.js";
import { parseTopology } from "../../src/lib/network/topology.js";

const { kernels, bytes } = stepKernels(
  planPlaces(planNetwork(parseTopology(originalNetwork(0.4).topology)), 20),
);
const kernel = (label: string) => kernels.find((candidate) => kernelLabel(candidate) === label)!;
const work = { n: 20, living: 1000, parameters: 27_480 };

describe("kernelFlops of the original's network", () => {
  test.each([
    // 26×26 positions, 9 taps, 10 filters; a bias for each of 13×13 maxima
    ["conv1 forward", 20 * (26 * 26 * 10 * 2 * 9 + 13 * 13 * 10)],
    // of 11×11 positions the pooling looks at 10×10
    ["conv2 forward", 20 * (10 * 10 * 20 * 2 * 90 + 5 * 5 * 20)],
    ["conv2 kernel gradient", 1000 * (2 * 90 + 1)],
    ["conv2 input gradient", 1000 * 2 * 90],
    ["fc1 forward", 20 * (2 * 500 * 50 + 50)],
    ["fc1 kernel gradient", 20 * 2 * 500 * 50],
    ["fc2 input gradient", 20 * 2 * 50 * 10],
    ["optimizer", 4 * 27_480],
    ["input", 0],
    ["conv1 entries", 0],
  ])("%s: %i", (label, flops) => {
    expect(kernelFlops(kernel(label), work)).toBe(flops);
  });

  test("counts the other way of every layer that learns, whatever its kernels are called", () => {
    const counted = kernels.filter((each) => kernelFlops(each, work) > 0).map(kernelLabel);
    for (const name of ["conv1", "conv2", "fc1", "fc2"]) {
      expect(counted.filter((label) => label.startsWith(name)).length).toBeGreaterThanOrEqual(2);
    }
  });
});

test("kernelFlops of a convolution by F(4×4,3×3) are those of the direct one, in both gradients", () => {
  const network = largeNetworks["zeros around every convolution, batch normalization behind it"]!;
  const plan = planNetwork(parseTopology(topologyOf(network).topology));
  const found = stepKernels(planPlaces(plan, 20)).kernels.filter(
    ({ layer }) => layer?.kind === "convolution" && layer.four,
  );
  const flops = (task: string, count = kernelFlops) =>
    found
      .filter(({ name }) => name.endsWith(`.${task}`))
      .reduce((sum, each) => sum + count(each, work), 0);
  // 28×28 positions, 9 taps of 8 channels, 12 filters; then 14×14, 9 of 12, 17
  const direct = 20 * 2 * (28 * 28 * 12 * 72 + 14 * 14 * 17 * 108);
  expect(flops("inputGradient")).toBe(direct);
  expect(flops("partGradients")).toBe(direct);
  expect(flops("kernelGradient")).toBe(0);
  // 7×7 and, beyond the map's edge, 4×4 tiles, 36 products each
  const made = 20 * 2 * 36 * (7 * 7 * 12 * 8 + 4 * 4 * 17 * 12);
  for (const task of ["forward", "inputGradient", "partGradients"]) {
    expect(flops(task, madeFlops)).toBe(made);
  }
});

test("madeFlops of a forward convolution by F(2×2,3×3) are its products, of the others all", () => {
  expect(madeFlops(kernel("conv2 forward"), work)).toBe(20 * 2 * 16 * 5 * 5 * 10 * 20);
  for (const label of ["conv1 forward", "conv2 kernel gradient", "fc1 forward", "input"]) {
    expect(madeFlops(kernel(label), work)).toBe(kernelFlops(kernel(label), work));
  }
});

test("kernelFlops of batch normalization count what each value takes", () => {
  const { topology } = otherNetworks(0.4).find(({ name }) => name === networkNames.narrow)!;
  const found = stepKernels(planPlaces(planNetwork(parseTopology(topology)), 50)).kernels;
  const flops = (label: string) =>
    kernelFlops(
      found.find((each) => kernelLabel(each) === label)!,
      { ...work, n: 50 },
    );
  const values = 50 * 28 * 28 * 16;
  expect(flops("norm1_2 image statistics")).toBe(4 * values);
  expect(flops("norm1_2 normalize")).toBe(2 * values);
  expect(flops("norm1_2 input gradient")).toBe(5 * values);
  expect(flops("norm1_2 image gradients")).toBe(values); // of a quarter, behind the pooling
});

test("stepKernels exports every kernel that it lists", () => {
  const exported = WebAssembly.Module.exports(new WebAssembly.Module(bytes)).map(
    ({ name }) => name,
  );
  expect(exported).toEqual(expect.arrayContaining(kernels.map(({ name }) => name)));
});

test("combine takes the median of the blocks, and GFLOP/s from it", () => {
  const block = (microseconds: number) => [
    { kernel: "conv1 forward", microseconds },
    { kernel: "input", microseconds: 5 },
  ];
  const work = [
    { kernel: "conv1 forward", flops: 2_000_000, made: 1_000_000 },
    { kernel: "input", flops: 0, made: 0 },
  ];
  expect(combine([block(100), block(1000), block(90)], work)).toEqual([
    { kernel: "conv1 forward", microseconds: 100, gflops: 20, madeGflops: 10 },
    { kernel: "input", microseconds: 5, gflops: 0, madeGflops: 0 },
  ]);
});

test("a pass of the peak's loop is four multiplications and additions a chain, of four lanes", () => {
  expect(flopsOfAPass(10)).toBe(4 * 10 * 2 * 4);
});
