import fc from "fast-check";
import { expect, test } from "vitest";
import { calibration, confidencesAt } from "../../../../src/lib/network/instruments/calibration.js";

test("the error is the distance between confidence and accuracy, bin by bin, weighted", () => {
  // Two answers at 0.55, one right; three at 0.95, all right.
  const confidences = Float32Array.of(0.55, 0.55, 0.95, 0.95, 0.95);
  const [predictions, labels] = [Uint8Array.of(1, 1, 2, 2, 2), Uint8Array.of(1, 0, 2, 2, 2)];
  const { bins, error, overconfidence } = calibration({ predictions, confidences }, labels);
  expect(bins.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 2, 0, 0, 0, 3]);
  expect(bins[5]!.accuracy).toBe(0.5);
  expect(bins[5]!.confidence).toBeCloseTo(0.55, 6);
  expect(error).toBeCloseTo((2 * 0.05 + 3 * 0.05) / 5, 6);
  expect(overconfidence).toBeCloseTo((2 * 0.05 - 3 * 0.05) / 5, 6);
});

test("every image is in one bin, and a network as often right as it is sure has no error", () => {
  const answer = fc.record({
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    right: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(answer, { minLength: 1, maxLength: 50 }),
      fc.integer({ min: 1, max: 20 }),
      (answers, binCount) => {
        const confidences = Float32Array.from(answers, ({ confidence }) => confidence);
        const predictions = Uint8Array.from(answers, ({ right }) => (right ? 1 : 0));
        const labels = new Uint8Array(answers.length).fill(1);
        const { bins, error } = calibration({ predictions, confidences }, labels, { binCount });
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(answers.length);
        const sure = calibration(
          { predictions, confidences: Float32Array.from(answers, ({ right }) => (right ? 1 : 0)) },
          labels,
        );
        expect(sure.error).toBe(0);
        expect(error).toBeLessThanOrEqual(1);
      },
    ),
  );
});

test("a temperature of 1 changes nothing, a high one makes all alike, a low one makes the favourite sure", () => {
  const probabilities = [0.7, 0.2, 0.1, 0.1, 0.3, 0.6];
  const logs = Float32Array.from(probabilities, Math.log);
  const at = (temperature: number) => [...confidencesAt(logs, { classes: 3, temperature })];
  expect(at(1)[0]).toBeCloseTo(0.7, 6);
  expect(at(1)[1]).toBeCloseTo(0.6, 6);
  expect(at(1e6)[0]).toBeCloseTo(1 / 3, 4);
  expect(at(0.01)[1]).toBeCloseTo(1, 6);
  // Two classes with scores s and 0: 1 / (1 + e^(−s / T)).
  const [half] = confidencesAt(Float32Array.of(2, 0), { classes: 2, temperature: 2 });
  expect(half).toBeCloseTo(1 / (1 + Math.exp(-1)), 6);
});
