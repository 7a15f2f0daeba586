import { expect, test } from "vitest";
import { foolingOf } from "../../../../src/training/inside/limits/fool.js";

/** What a network of three classes says that answers these, one an ε. */
function said(classes: readonly number[]) {
  const logProbabilities = new Float32Array(3 * classes.length).fill(-5);
  classes.forEach((found, epsilon) => (logProbabilities[3 * epsilon + found] = -0.1));
  return { logProbabilities, losses: new Float32Array(classes.length) };
}

test("away from a class, the first ε at which it is no longer said, though it is said again later", () => {
  const options = { classIndex: 2, towards: false };
  expect(foolingOf(said([2, 2, 1, 2, 0]), options).epsilon).toBe(2);
  expect(foolingOf(said([2, 2, 2]), options).epsilon).toBeUndefined();
  expect(foolingOf(said([1, 2, 2]), options).epsilon).toBe(0);
});

test("towards a class, the first ε at which it is said", () => {
  const options = { classIndex: 0, towards: true };
  expect(foolingOf(said([2, 1, 0, 1]), options).epsilon).toBe(2);
  expect(foolingOf(said([2, 1, 1]), options).epsilon).toBeUndefined();
});
