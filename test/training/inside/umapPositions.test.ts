import { expect, test } from "vitest";
import { RandomStream } from "../../../src/lib/numbers/random.js";
import { umapPositions } from "../../../src/training/inside/umapPositions.js";

/** Three heaps of 30 rows of 5 numbers. */
function heaps(): Float32Array {
  const random = new RandomStream(5, "sample");
  return Float32Array.from({ length: 90 * 5 }, (_, i) => {
    const heap = Math.floor(i / 5) % 3;
    return random.uniform() + (i % 5 === heap ? 20 : 0);
  });
}

test("one seed gives the same places to the last bit, another seed others", () => {
  const first = umapPositions(heaps(), { columns: 5, seed: 42 });
  expect(first).toHaveLength(180);
  expect(umapPositions(heaps(), { columns: 5, seed: 42 })).toEqual(first);
  expect(umapPositions(heaps(), { columns: 5, seed: 43 })).not.toEqual(first);
});

test("rows of one heap stay together, and each round is told", () => {
  const rounds: number[] = [];
  const places = umapPositions(heaps(), {
    columns: 5,
    seed: 1,
    onRound(done, total) {
      rounds.push(done);
      expect(total).toBe(200);
    },
  });
  expect(rounds).toEqual(Array.from({ length: 201 }, (_, i) => i));
  for (let n = 0; n < 90; n++) {
    let nearest = -1;
    let least = Infinity;
    for (let other = 0; other < 90; other++) {
      if (other === n) continue;
      const far = Math.hypot(
        places[2 * n]! - places[2 * other]!,
        places[2 * n + 1]! - places[2 * other + 1]!,
      );
      if (far < least) [nearest, least] = [other, far];
    }
    expect(nearest % 3).toBe(n % 3);
  }
});
