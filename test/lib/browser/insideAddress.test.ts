import fc from "fast-check";
import { expect, test } from "vitest";
import { readInsideAddress } from "../../../src/lib/browser/insideAddress.js";

test("an address says layer, map, image, epoch and class", () => {
  expect(readInsideAddress("#capa=conv2&mapa=7&imagen=4823&epoca=3&clase=6")).toMatchObject({
    layer: "conv2",
    unit: 7,
    image: 4823,
    epoch: 3,
    classIndex: 6,
  });
  expect(readInsideAddress("#epoca=2.4")).toEqual({ epoch: 2.4 });
});

test("that of a heading says nothing, and what is damaged is left out", () => {
  expect(readInsideAddress("#los-filtros")).toEqual({});
  expect(readInsideAddress("#imagen=10000&clase=10&epoca=-1&mapa=1.5&capa=")).toEqual({});
  expect(readInsideAddress("#imagen=abc&capa=conv1")).toEqual({ layer: "conv1" });
});

test("any text is survived", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { image = 0, classIndex = 0 } = readInsideAddress(`#${text}`);
      expect(image).toBeLessThan(10_000);
      expect(classIndex).toBeLessThan(10);
    }),
  );
});
