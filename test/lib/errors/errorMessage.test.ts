import { expect, test } from "vitest";
import { errorMessage } from "../../../src/lib/errors/errorMessage.js";
import { InternalError } from "../../../src/lib/errors/internalError.js";
import { FileFormatError } from "../../../src/lib/files/fileFormatError.js";

test("what is said to the reader is shown as it is", () => {
  expect(errorMessage(new FileFormatError("El archivo está cortado."))).toBe(
    "El archivo está cortado.",
  );
  expect(errorMessage(new InternalError("3 weights expected, 2 found"))).toBe(
    "Ha fallado el cuaderno, no lo que has hecho tú (3 weights expected, 2 found). Recarga la página.",
  );
});

test("whatever else was thrown stands in the brackets of a Spanish sentence", () => {
  expect(errorMessage(new TypeError("x is undefined"))).toBe(
    "Ha pasado algo que el cuaderno no esperaba (TypeError: x is undefined). Recarga la página y prueba otra vez.",
  );
  expect(errorMessage("what?")).toContain("(what?)");
});
