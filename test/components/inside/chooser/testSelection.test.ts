import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  DOUBTFUL_BELOW,
  everyImage,
  type KnownImages,
  neighbour,
  selectImages,
  type TestSelection,
} from "../../../../src/components/inside/chooser/testSelection.js";

const drawnImages = fc
  .array(
    fc.record({
      label: fc.nat(9),
      prediction: fc.nat(9),
      confidence: fc.float({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 60 },
  )
  .map((images) => ({
    labels: Uint8Array.from(images, ({ label }) => label),
    evaluation: {
      loss: 0,
      predictions: Uint8Array.from(images, ({ prediction }) => prediction),
      confidences: Float32Array.from(images, ({ confidence }) => confidence),
    },
  }));

const drawnSelection = fc.record<TestSelection>({
  classIndex: fc.option(fc.nat(9), { nil: undefined }),
  outcome: fc.constantFrom("any", "right", "wrong", "doubtful"),
  seed: fc.option(fc.nat(), { nil: undefined }),
});

const all = (known: KnownImages, selection: TestSelection) =>
  selectImages(known, selection, known.labels.length);

describe("selectImages", () => {
  test("without a filter it offers the first images in order", () => {
    expect([...selectImages({ labels: new Uint8Array(9) }, everyImage, 4)]).toEqual([0, 1, 2, 3]);
  });

  test("right and wrong part the images of a class, and doubtful ones are below the bound", () => {
    fc.assert(
      fc.property(drawnImages, drawnSelection, (known, selection) => {
        const whole = [...all(known, { ...selection, outcome: "any", seed: undefined })];
        const right = [...all(known, { ...selection, outcome: "right" })];
        const wrong = [...all(known, { ...selection, outcome: "wrong" })];
        expect([...right, ...wrong].sort((a, b) => a - b)).toEqual(whole);
        for (const i of all(known, { ...selection, outcome: "doubtful" })) {
          expect(whole).toContain(i);
          expect(known.evaluation.confidences[i]).toBeLessThan(DOUBTFUL_BELOW);
        }
      }),
    );
  });

  test("a seed changes the order alone, and always in the same way", () => {
    fc.assert(
      fc.property(drawnImages, drawnSelection, fc.nat(), (known, selection, seed) => {
        const shuffled = [...all(known, { ...selection, seed })];
        const ordered = [...all(known, { ...selection, seed: undefined })];
        expect([...all(known, { ...selection, seed })]).toEqual(shuffled);
        expect(shuffled.sort((a, b) => a - b)).toEqual(ordered);
      }),
    );
  });

  test("without the network's answers it offers nothing by them", () => {
    const known = { labels: new Uint8Array(5) };
    expect([...all(known, { ...everyImage, outcome: "wrong" })]).toEqual([]);
  });
});

describe("neighbour", () => {
  const images = Uint32Array.of(3, 8, 20);
  const byNumber = (current: number, step: 1 | -1) =>
    neighbour(images, current, { step, shuffled: false });

  test("after the last comes the first, and before the first the last", () => {
    expect([byNumber(3, 1), byNumber(20, 1), byNumber(3, -1)]).toEqual([8, 3, 20]);
  });

  test("of one that is not offered, it is the nearest by number", () => {
    expect([byNumber(5, 1), byNumber(5, -1)]).toEqual([8, 3]);
    expect([byNumber(25, 1), byNumber(25, -1)]).toEqual([3, 20]);
    expect([byNumber(0, 1), byNumber(0, -1)]).toEqual([3, 20]);
  });

  test("among shuffled ones it is the first", () => {
    expect(neighbour(Uint32Array.of(20, 3), 5, { step: -1, shuffled: true })).toBe(20);
  });

  test("there is none among none", () => {
    expect(neighbour(new Uint32Array(), 5, { step: 1, shuffled: false })).toBeUndefined();
  });

  test("steps go round all that are offered, once each", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(99), { minLength: 1 }), fc.boolean(), (list, back) => {
        const offered = Uint32Array.from(list);
        const step = back ? -1 : 1;
        const visited = new Set<number>();
        let current = offered[0]!;
        for (let i = 0; i < offered.length; i++) {
          visited.add(current);
          current = neighbour(offered, current, { step, shuffled: true })!;
        }
        expect(current).toBe(offered[0]);
        expect(visited.size).toBe(offered.length);
      }),
    );
  });
});
