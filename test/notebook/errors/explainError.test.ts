import { describe, expect, test } from "vitest";
import { explainedSyntax } from "./syntax/explainedSyntax.js";
import { explainError } from "../../../src/notebook/errors/explainError.js";
import { NotebookError } from "../../../src/notebook/errors/notebookError.js";
import { unclosedBracket } from "../../../src/notebook/errors/syntax/unclosedBracket.js";

describe("explainError", () => {
  test("says what does not parse, where, and what the parser said", () => {
    const error = explainedSyntax("const a = f(1;\n");
    expect(error.line).toBe(1);
    expect(error.message).toContain("Falta cerrar «(»");
    expect(error.original).toContain("SyntaxError: Unexpected token");
  });

  test.each([
    ["const a = 1;\nconst a = 2;", 2, "«a» está declarado dos veces"],
    ["\notro = 1;", 2, "«otro», que no es suyo"],
    ["const Math = 1;", 1, "«Math» es un nombre del navegador"],
    ["const a = 'sin cerrar;", 1, "Falta cerrar unas comillas"],
    ["export const a = 1;", 1, "Una celda no exporta"],
    ["\n\nconst f = () => await a;", 3, "«await»"],
  ])("%j", (source, line, message) => {
    const error = explainedSyntax(source);
    expect(error.line).toBe(line);
    expect(error.message).toContain(message);
  });

  test.each([
    [new ReferenceError("redd is not defined"), "«redd» no está definido"],
    [
      new EvalError(
        "Refused to evaluate a string as JavaScript because 'unsafe-eval' is not allowed",
      ),
      "no se convierte en código",
    ],
    [new EvalError("call to Function() blocked by CSP"), "no se convierte en código"],
    [new TypeError("tf.capa is not a function"), "«tf.capa» no es una función"],
    [new TypeError("Cannot read properties of undefined (reading 'shape')"), "Se pide «shape»"],
    [
      new Error("Input 0 is incompatible with layer fc1: expected min_ndim=2, found ndim=4."),
      "Las formas no encajan",
    ],
    [
      new Error("Error in matMul: inner shapes (3) and (4) of Tensors must match"),
      "Las formas no encajan",
    ],
    [new Error("Tensor is disposed."), "ya se había liberado"],
    [new RangeError("Maximum call stack size exceeded"), "se llama a sí misma"],
  ])("%s", (error, message) => {
    const found = explainError(error, { name: "red", source: "" });
    expect(found.message).toContain(message);
    expect(found.original).toContain(error.message);
  });

  test("finds the line in the stack of what failed while it ran", () => {
    const error = new TypeError("x");
    error.stack = "TypeError: x\n    at default (celda-red.js:6:3)\n    at async body";
    expect(explainError(error, { name: "red", source: "" }).line).toBe(5);
  });

  test("adds nothing to what is already said in the reader's words", () => {
    const error = new NotebookError("«red» ya lo declara otra celda.", 3);
    expect(explainError(error, { name: "red", source: "" })).toEqual({
      message: error.message,
      line: 3,
    });
  });

  test("takes anything that may be thrown", () => {
    for (const thrown of [undefined, null, 7, "texto", { a: 1 }]) {
      expect(explainError(thrown, { name: "red", source: "" }).message).not.toBe("");
    }
  });
});

describe("unclosedBracket", () => {
  test.each([
    ["f(a, [1, 2)", "Falta cerrar «[», abierto en la línea 1"],
    ["const a = {\n  b: 1\n;", "Falta cerrar «{», abierto en la línea 1"],
    ["a)\n", "En la línea 1 sobra «)»"],
    ["f(a,\n 1, 2])", "En la línea 2 sobra «]»"],
    ["`${a`", "Falta cerrar «${», abierto en la línea 1: con «}»"],
    ["f(a, [1], {b: `${c}`})", undefined],
  ])("%j", (source, message) => {
    const found = unclosedBracket(source);
    if (message === undefined) expect(found).toBeUndefined();
    else expect(found?.message).toContain(message);
  });
});
