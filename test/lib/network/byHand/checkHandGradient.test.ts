import { expect, test } from "vitest";
import { agrees, checkHandGradient } from "../../../../src/lib/network/byHand/checkHandGradient.js";
import { backward, forward } from "../../../../src/lib/network/byHand/handNetwork.js";
import { centralDifference } from "../../../../src/lib/numbers/centralDifference.js";

const ones = (count: number) => Array<number>(count).fill(1);

test("a step over the place where the ReLU opens is told: the two do not agree, and need not", () => {
  const network = { filter: ones(9), bias: -9, weights: [1, 0], biases: [0, 0] };
  const example = { image: ones(16), label: 0 }; // the map is 0, at the bend itself
  const gradients = backward(network, example, forward(network, example));
  const rows = checkHandGradient({ network, example }, gradients, {
    code: { forward, centralDifference },
    step: 0.01,
  });
  for (const row of rows.slice(0, 10)) {
    expect(row).toMatchObject({ backward: 0, bends: true });
    expect(row.moved).toBeCloseTo(-0.25, 2); // half of the slope on the open side
    expect(agrees(row)).toBe(false);
  }
  for (const row of rows.slice(10)) {
    expect(row.bends).toBe(false);
    expect(agrees(row)).toBe(true);
  }
});
