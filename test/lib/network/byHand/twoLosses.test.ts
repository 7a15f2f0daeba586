import fc from "fast-check";
import { expect, test } from "vitest";
import { logSoftmaxOf } from "../../../../src/lib/network/byHand/handNetwork.js";
import { twoLosses } from "../../../../src/lib/network/byHand/twoLosses.js";
import { centralDifference } from "../../../../src/lib/numbers/centralDifference.js";

const score = fc.double({ min: -6, max: 6, noNaN: true });

test("each gradient is what moving the score of the true class does to its loss", () => {
  for (const { loss, gradient } of Object.values(twoLosses)) {
    fc.assert(
      fc.property(score, score, (right, wrong) => {
        const certainty = (s: number) => Math.exp(logSoftmaxOf([s, wrong])[0]!);
        const slope = centralDifference((s) => loss(certainty(s)), right, 1e-4);
        expect(gradient(certainty(right))).toBeCloseTo(slope, 6);
      }),
    );
  }
});

test("the squared error is the mean of the squares of both classes", () => {
  const { loss } = twoLosses["error cuadrático"]!;
  expect(loss(0.2)).toBeCloseTo(((0.2 - 1) ** 2 + 0.8 ** 2) / 2, 12);
});
