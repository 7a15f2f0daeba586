import { expect, test } from "vitest";
import { robustTop } from "../../../src/lib/numbers/robustTop.js";

test("a curve that shoots up does not rule the axis of the others", () => {
  expect(robustTop([2.3, 2.1, 400])).toBe(2.3);
  expect(robustTop([2.3, 400])).toBe(2.3);
});

test("curves of like height are all inside, and so is one by itself", () => {
  expect(robustTop([2.3, 0.9, 1.5])).toBe(2.3);
  expect(robustTop([400])).toBe(400);
  expect(robustTop([0, 0])).toBe(0);
});
