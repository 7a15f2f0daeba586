import { expect, test } from "vitest";
import { FileFormatError } from "../../../src/lib/files/fileFormatError.js";
import { EndlessLoopError } from "../../../src/notebook/compiler/loopGuard.js";
import { OvertakenError } from "../../../src/notebook/execution/cellRun.js";
import { dependentFailureText, ownFailureText } from "../../../src/notebook/page/failureText.js";
import { NotebookError } from "../../../src/notebook/errors/notebookError.js";

test("a cell that cannot do with what it is given says so, with the message as it came", () => {
  expect(ownFailureText(new TypeError("Assignment to constant variable."))).toBe(
    "No se puede calcular. La celda cambia un nombre declarado con «const», que no puede cambiar. Mira las celdas que has cambiado: esta usa algo de ellas. (TypeError: Assignment to constant variable.)",
  );
  expect(ownFailureText(new Error("what?"))).toBe(
    "No se puede calcular. Mira las celdas que has cambiado: esta usa algo de ellas. (Error: what?)",
  );
  expect(ownFailureText(new FileFormatError("El archivo está dañado."))).toBe(
    "No se puede calcular. El archivo está dañado. Mira las celdas que has cambiado: esta usa algo de ellas.",
  );
});

test("a cell that needs a failed one names it, and what it needs of it", () => {
  const error = new ReferenceError("Cannot access 'apagado' before initialization");
  expect(dependentFailureText({ error, name: "apagado", cell: "mascara" })).toBe(
    "No se puede calcular todavía: necesita «apagado», y la celda «mascara» ha fallado. «apagado» se usa antes de la línea que lo declara. (ReferenceError: Cannot access 'apagado' before initialization)",
  );
  expect(dependentFailureText({ error: "texto", name: "apagado", cell: "apagado" })).toBe(
    "No se puede calcular todavía: necesita «apagado», y la celda «apagado» ha fallado. La celda se ha parado porque se ha lanzado «texto».",
  );
  expect(dependentFailureText({ error: new Error("what?"), name: "segura" })).toBe(
    "No se puede calcular todavía: necesita «segura», que no se puede calcular. (Error: what?)",
  );
});

test("a loop that was stopped, and a run overtaken, are told in Spanish to those that need them", () => {
  for (const error of [new EndlessLoopError(5000), new OvertakenError()]) {
    const text = dependentFailureText({ error, name: "red", cell: "red" });
    expect(text).toContain(`, y la celda «red» ha fallado. ${error.message}`);
    expect(text).not.toMatch(/Error|stopped|run|the/);
  }
});

test("of a name that nobody declares it says only that", () => {
  const error = new NotebookError("«doble» no está definido.");
  expect(dependentFailureText({ error, name: "doble" })).toBe(
    "No se puede calcular todavía. «doble» no está definido.",
  );
});
