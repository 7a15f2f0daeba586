import { expect, test } from "vitest";
import { describeChange } from "../../../src/components/training/describeChange.js";

test("a change too small for the loss's own figures is told by itself", () => {
  expect(describeChange(2.2431, 2.2427)).toBe("↓\u00a00,0004");
  expect(describeChange(2.3628, 2.3631)).toBe("↑\u00a00,0003");
});

test("a change keeps to the width of an image on a phone", () => {
  expect(describeChange(2, 2.00019)).toBe("↑\u00a00,0002");
  expect(describeChange(2.5, 2.500005)).toBe("↑\u00a0<0,0001");
  expect(describeChange(2.5, 1.234)).toBe("↓\u00a01,3");
});

test("no change is told as such, and a loss that is no number more is no figure", () => {
  expect(describeChange(1.5, 1.5)).toBe("=\u00a00");
  expect(describeChange(1.5, NaN)).toBe("↑ —");
});
