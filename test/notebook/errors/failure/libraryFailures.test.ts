import { describe, expect, test } from "vitest";
import { explainedFailure as explained } from "./explainedFailure.js";
import { DatasetError } from "../../../../src/lib/dataset/datasetError.js";
import { explainError } from "../../../../src/notebook/errors/explainError.js";

test("it tells what the notebook itself says as it is", () => {
  const error = new DatasetError("Los datos han llegado dañados.");
  expect(explainError(error, { name: "red", source: "" })).toEqual({ message: error.message });
});

describe("of what libraries say it says", () => {
  test.each([
    ["Plot.plot({marks: [3]})", "no es una marca"],
    ['Plot.scale({x: {type: "nada"}})', "«nada» no es un tipo de escala."],
    [
      'Plot.scale({color: {type: "linear", scheme: "nada"}})',
      "«nada» no es el nombre de una gama de colores.",
    ],
    ['Plot.groupY({x: "cuenta"}, {y: "a"})', "«cuenta» no es una manera de resumir un grupo."],
    ["accuracy([1, 2], [1])", "Hay 2 predicciones y 1 etiqueta"],
    ["convolve3x3([1, 2, 3], [1])", "Un filtro de 3 × 3 lleva 9 pesos"],
  ])("%s", async (source, message) => {
    expect((await explained(source)).message).toContain(message);
  });

  test("no name that only a library's code knows", () => {
    const error = new TypeError("n is not iterable");
    error.stack =
      "TypeError: n is not iterable\n    at Array.from (<anonymous>)\n    at mean (https://a.b/_npm/d3@7/x.js:1:2)\n    at default (celda-red.js:4:3)";
    const found = explainError(error, { name: "red", source: "" });
    expect(found).toMatchObject({ line: 3, original: "TypeError: n is not iterable" });
    expect(found.message).toContain("Una función de una biblioteca");
    error.stack = error.stack.replace("_npm/d3@7/x.js", "_code/training.0123abcd.js"); // as it is built
    expect(explainError(error, { name: "red", source: "" }).message).toBe(found.message);
    error.stack = error.stack.replace(/.*_code.*\n/, "");
    expect(explainError(error, { name: "red", source: "" }).message).toContain(
      "«n» no es una lista",
    );
  });
});
