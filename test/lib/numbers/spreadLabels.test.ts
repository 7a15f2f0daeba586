import fc from "fast-check";
import { expect, test } from "vitest";
import { spreadLabels } from "../../../src/lib/numbers/spreadLabels.js";

test("labels that do not touch stay where they are", () => {
  expect(spreadLabels([10, 60, 30], { gap: 15, height: 100 })).toEqual([10, 60, 30]);
});

test("labels never cover each other, keep their order, and stay inside", () => {
  const property = fc.property(
    fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 6 }),
    (wanted) => {
      const places = spreadLabels(wanted, { gap: 17, height: 200 });
      const sorted = [...places].sort((a, b) => a - b);
      sorted.forEach((place, i) => {
        if (i > 0) expect(place - sorted[i - 1]!).toBeGreaterThanOrEqual(17);
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThanOrEqual(200);
      });
      wanted.forEach((one, i) => {
        wanted.forEach((other, j) => {
          if (one < other) expect(places[i]!).toBeLessThan(places[j]!);
        });
      });
    },
  );
  fc.assert(property);
});
