import { expect, test } from "vitest";
import { cameraProblem } from "../../../../src/components/inside/photo/cameraProblem.js";
import { ReaderError } from "../../../../src/lib/errors/readerError.js";

test.each([
  ["NotAllowedError", "No hay permiso"],
  ["NotFoundError", "No se encuentra ninguna cámara"],
  ["NotReadableError", "La cámara está ocupada"],
  ["AbortError", "La cámara está ocupada"],
  ["NotSupportedError", "Este navegador no puede usar la cámara"],
  ["SecurityError", "Ábrela en una pestaña propia"],
])("a browser's %s says what to do", (name, start) => {
  const told = cameraProblem(new DOMException("whatever", name));
  expect(told).toBeInstanceOf(ReaderError);
  expect((told as ReaderError).message).toContain(start);
  expect((told as ReaderError).message).toContain("elegir una imagen de tus archivos");
});

test("what it does not know it leaves as it is", () => {
  const unknown = new TypeError("constraints");
  expect(cameraProblem(unknown)).toBe(unknown);
});
