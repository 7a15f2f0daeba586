import { expect, test } from "vitest";
import { cellErrorText } from "../../../src/lib/errors/cellErrorText.js";

test.each([
  ["ReaderError: Faltan dos etiquetas.", "Faltan dos etiquetas."],
  [
    "RuntimeError: red is not defined",
    "No se puede calcular todavía: necesita algo de otra celda, que ha fallado (red is not defined).",
  ],
  [
    "TypeError: x is undefined",
    "Ha pasado algo que el cuaderno no esperaba (TypeError: x is undefined). Recarga la página y prueba otra vez.",
  ],
])("what Framework shows of a failed cell is put in Spanish: %s", (shown, spanish) => {
  expect(cellErrorText(shown)).toBe(spanish);
});

test("what is Spanish already stays as it is", () => {
  expect(cellErrorText("Error en los datos: no llegan.")).toBeUndefined();
  expect(cellErrorText(cellErrorText("TypeError: x is undefined")!)).toBeUndefined();
});
