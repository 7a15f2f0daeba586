import fc from "fast-check";
import { expect, test } from "vitest";
import { sgd } from "../../../../src/engine/reference/sgd.js";
import { momentumStep } from "../../../../src/lib/network/byHand/momentumStep.js";

const numbers = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
  minLength: 4,
  maxLength: 4,
});
/** The reference adds a decay of nothing, which makes −0 a 0. */
const withoutSign = (value: number) => value + 0;
const part = fc.double({ min: 0, max: 1, noNaN: true });

test("several steps are those of the engine's reference", () => {
  fc.assert(
    fc.property(numbers, fc.array(numbers), part, part, (start, gradients, rate, momentum) => {
      const values = Float64Array.from(start);
      const reference = { values, velocities: new Float64Array(4) };
      const settings = { learningRate: rate, momentum, weightDecay: 0, nesterov: false };
      let here = { weights: start, velocities: [0, 0, 0, 0] };
      for (const gradient of gradients) {
        sgd({ ...reference, gradient: Float64Array.from(gradient) }, settings);
        const { weights, velocities } = here;
        here = momentumStep(weights, gradient, { velocities, learningRate: rate, momentum });
      }
      expect(here.weights.map(withoutSign)).toEqual([...reference.values].map(withoutSign));
      expect(here.velocities.map(withoutSign)).toEqual([...reference.velocities].map(withoutSign));
    }),
  );
});
