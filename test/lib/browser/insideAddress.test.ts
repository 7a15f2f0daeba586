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

test("it says what is changed in the image, and ε", () => {
  const hash = "#imagen=4823&clase=3&giro=-30&escala=0.85&derecha=4&epsilon=12";
  expect(readInsideAddress(hash)).toEqual({
    image: 4823,
    classIndex: 3,
    turn: -30,
    scale: 0.85,
    right: 4,
    epsilon: 12,
  });
});

test("an amount that is damaged or out of reach is left out, the rest is read", () => {
  const hash = "#giro=9999&escala=grande&ruido=1e3&abajo=--3&epsilon=-1&negativo=2&desenfoque=1.2";
  expect(readInsideAddress(hash)).toEqual({ blur: 1.2 });
});
