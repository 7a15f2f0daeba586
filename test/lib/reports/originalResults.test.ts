import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { originalResults } from "../../../src/lib/reports/originalResults.js";

const { curve, classCorrect, classTotal, overallCorrect, testCount, trainCount } = originalResults;

/** SHA-256 of the 90 lines that the original notebook prints while it trains, joined by newlines. */
const PRINTED_LINES_SHA256 = "6d41d837fd56ef1d5b36938155360ed274c5ca8248a3d33f9c6e8461eafea19c";

test("the curve's points print the original's lines again, digit for digit", () => {
  const lines = curve.map(
    ({ epoch, batchInEpoch, loss }) =>
      `Epoch: ${epoch}, Batch: ${batchInEpoch}, Avg. Loss: ${loss}`,
  );
  expect(lines).toHaveLength(90);
  expect(createHash("sha256").update(lines.join("\n")).digest("hex")).toBe(PRINTED_LINES_SHA256);
});

test("its batches are the whole training set's, in batches of 20, for thirty epochs", () => {
  expect(curve.map(({ batch }) => batch)).toEqual(curve.map((_, i) => 1000 * (i + 1)));
  expect(curve.at(-1)!.batch).toBe((30 * trainCount) / 20);
});

test("the classes add up to the whole", () => {
  expect(classCorrect.reduce<number>((sum, correct) => sum + correct, 0)).toBe(overallCorrect);
  expect(classCorrect.length * classTotal).toBe(testCount);
});
