import { expect, test } from "vitest";
import {
  describeVerdict,
  type Judged,
  pairedVerdict,
} from "../../../../src/lib/run/compared/pairedVerdict.js";

const judged = (...accuracies: number[]): Judged[] =>
  accuracies.map((accuracy, seed) => ({ seed, accuracy, images: "test" }));
const options = { change: "tasa 0,001 → 0,01", set: "validation" } as const;
const told = (first: Judged[], second: Judged[]) =>
  describeVerdict(pairedVerdict(first, second)!, options);

test("the interval is that of the differences, seed by seed", () => {
  const verdict = pairedVerdict(judged(0.8, 0.7, 0.9), judged(0.81, 0.72, 0.93))!;
  expect(verdict).toMatchObject({ pairs: 3, told: 0, compared: 0 });
  expect(verdict.difference).toBeCloseTo(0.02, 12);
  const half = (4.3027 * 0.01) / Math.sqrt(3); // t of two degrees of freedom, deviation 0.01
  expect(verdict.interval![0]).toBeCloseTo(0.02 - half, 6);
  expect(verdict.interval![1]).toBeCloseTo(0.02 + half, 6);
});

test("only seeds that both have make pairs", () => {
  const [one, two, three] = judged(0.8, 0.7, 0.9);
  expect(pairedVerdict([one!, two!], [two!, three!])!.pairs).toBe(1);
  expect(pairedVerdict([one!], [three!])).toBeUndefined();
});

test("a difference that all the pairs share is told, for this recipe and these images", () => {
  expect(told(judged(0.8, 0.7, 0.9), judged(0.85, 0.75, 0.951))).toBe(
    "Con «tasa 0,001 → 0,01», la exactitud en validación sube 5,0 puntos de media en 3 parejas de la misma semilla, " +
      "y el intervalo del 95 % de esa diferencia va de +4,9 a +5,2 puntos: parece cosa del cambio, al menos con esta receta y estas imágenes.",
  );
});

test("one whose interval holds zero says nothing of which is better", () => {
  expect(told(judged(0.8, 0.7, 0.9), judged(0.79, 0.75, 0.88))).toMatch(
    /sube 0,7 puntos .* va de −\d.* a \+\d.* cabe que no haya diferencia/,
  );
});

test("a single pair has no interval", () => {
  expect(told(judged(0.8), judged(0.75))).toMatch(
    /baja 5,0 puntos .* con una sola no hay intervalo/,
  );
});

test("McNemar's test is made where the images are the same, and there alone", () => {
  const right = Uint8Array.from({ length: 40 }, (_, i) => (i < 20 ? 1 : 0));
  const all = new Uint8Array(40).fill(1);
  const pair = (images: string): [Judged[], Judged[]] => [
    [{ seed: 1, accuracy: 0.5, images: "a", right }],
    [{ seed: 1, accuracy: 1, images, right: all }],
  ];
  expect(pairedVerdict(...pair("a"))).toMatchObject({ told: 1, compared: 1 });
  expect(pairedVerdict(...pair("b"))).toMatchObject({ told: 0, compared: 0 });
  expect(told(...pair("a"))).toContain("distingue las dos redes en 1 de 1 pareja");
});
