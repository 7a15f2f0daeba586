import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { explainedSyntax } from "./explainedSyntax.js";

describe("of code that is not JavaScript it says", () => {
  test.each([
    // what is missing between two things
    ["const a = [1 2];", "Falta algo entre «1» y «2»."],
    ["const a = {b: 1 c: 2};", "Falta algo entre «1» y «c»."],
    ["f(1 2);", "Falta algo entre «1» y «2»."],
    ["const a = b c;", "Falta algo entre «b» y «c»."],
    ["const a = [1, 2] [3, 4] 5;", "Falta algo entre «]» y «5»."],
    ["const a = 'it's';", "Las comillas se cierran antes de «s»."],
    ["const a = b +;", "Detrás de «+» falta algo."],
    ["const a = ;", "Detrás de «=» falta algo."],
    ["const f = (x) =>;", "Detrás de «=>» falta algo."],
    ["a ? b;", "Al «?» le falta su «:»."],
    ["{a: 1, b: 2}", "Una línea que empieza por «{» abre un bloque, no un objeto."],
    ["const url = import.meta.url;", "Una celda no es un módulo y no tiene «import.meta»."],
    // what is not closed
    ["const a = (1 + 2;", "Falta cerrar «(»"],
    ["function f() { return 1;", "Falta cerrar «{»"],
    ["[1, 2,", "Falta cerrar «[»"],
    ["f(1));", "sobra «)»"],
    ["const a = 'hola;", "Falta cerrar unas comillas."],
    ["const a = `hola;", "Falta cerrar unas comillas."],
    ["const a = /abc;", "Falta cerrar una expresión regular"],
    ["/* hola", "Falta cerrar un comentario"],
    // names and declarations
    ["const a;", "A «a» le falta su valor."],
    ["const {a};", "Falta de dónde se sacan esos nombres."],
    ["const a = 1,;", "Aquí no puede estar «;»."],
    ["-1 ** 2;", "va entre paréntesis"],
    ["class A { function f() {} }", "Aquí no puede estar «f»."],
    ["const class = 1;", "«class» es una palabra de JavaScript y no sirve de nombre."],
    ["const return = 1;", "«return» es una palabra de JavaScript y no sirve de nombre."],
    ["const a = return;", "«return» es una palabra de JavaScript y no puede estar aquí."],
    ["let let = 1;", "«let» es una palabra de JavaScript y no sirve de nombre."],
    ["const mi-red = 1;", "Un nombre no lleva espacios ni guiones."],
    ["const mi red = 1;", "Un nombre no lleva espacios ni guiones."],
    ["const 3capa = 1;", "Un nombre no puede empezar por una cifra"],
    ["const a: number = 1;", "Aquí no se escriben tipos"],
    ["let a = 1;\nlet a = 2;", "«a» está declarado dos veces"],
    ["const eval = 1;", "«eval» es"],
    ["function() { return 1; }", "A la función le falta el nombre."],
    ["function f { return 1; }", "A la función «f» le faltan los paréntesis"],
    ["class { }", "A la clase le falta el nombre."],
    ["const f = (a, a) => a;", "Dos parámetros de la función tienen el mismo nombre."],
    ["otro = 1;", "«otro», que no es suyo"],
    ["3 = a;", "A la izquierda de «=» tiene que haber un nombre"],
    ["const a == 3;", "Para dar un valor se escribe un solo «=»."],
    ["let a := 3;", "Para dar un valor se escribe un solo «=»."],
    ["const a = {b = 1};", "se separan con dos puntos"],
    // statements
    ["if a > 1 { b(); }", "Detrás de «if» van unos paréntesis."],
    ["while true {}", "Detrás de «while» van unos paréntesis."],
    ["for i in [1] {}", "Detrás de «for» van unos paréntesis."],
    ["else {}", "«else» va justo detrás del bloque de un «if»."],
    ["for (let i = 0, i < 3, i++) {}", "Las tres partes de un «for» se separan con «;»"],
    ["for (let i = 0; i < 3) {}", "van tres partes"],
    ["return 3;", "«return» solo vale dentro de una función."],
    ["break;", "«break» solo vale dentro de un bucle."],
    ["try { a(); }", "Al «try» le falta su «catch»."],
    ["const f = () => await a;", "Hay un «await» donde no puede estar."],
    ["export const a = 1;", "Una celda no exporta"],
    // signs
    ["const f = x -> x;", "La flecha de una función se escribe «=>»."],
    ["const a = “hola”;", "Esas comillas no valen en el código."],
    ["const a = 2 × 3;", "El signo «×» no vale en el código."],
    ["const a = @b;", "El signo «@» no puede estar aquí."],
    ["# comentario", "Un comentario no empieza por «#»."],
    ["const a = 08;", "Este número está mal escrito."],
    ["const a = /(/;", "La expresión regular /(/ no es válida."],
    ["<p>hola</p>", "El HTML no se escribe suelto en el código."],
    // Python
    ["def f(x): return x", "no se define con «def»"],
    ['print "hola"', "no hay «print»"],
    ["import numpy as np", "Así no se importa"],
    ["from d3 import mean", "Así no se importa"],
    ["for x in lista:\n  f(x)", "los bloques van entre llaves"],
    ["for i in range(3):\n  f(i)", "los bloques van entre llaves"],
    ["if len(lista) > 2:\n  f(lista)", "los bloques van entre llaves"],
    ["else if (a > 1):\n  f(a)", "los bloques van entre llaves"],
    ["class Net(nn.Module):\n  pass", "los bloques van entre llaves"],
  ])("%j", (source, message) => {
    const found = explainedSyntax(source);
    expect(found.message).toContain(message);
    expect(found.original).toMatch(/^SyntaxError: .*\(\d+:\d+\)$/);
    expect(found.line).toBeGreaterThan(0);
  });

  test("the line of the fault, and what stands at the end of the one before", () => {
    expect(explainedSyntax("const a = 1;\nconst b = [\n  1\n  2\n];")).toMatchObject({
      line: 4,
      message: "Falta algo entre «1» y «2».",
    });
  });
});

describe("of a bracket that is closed and was never opened it says where it belongs", () => {
  test.each([
    ["const red = f({\n  capas:\n    g(1),\n    g(2),\n  ],\n});", "Falta abrir «[»", 2],
    ["const f = (x) =>\n  return x;\n};", "Falta abrir «{»", 1],
    ["const a = f(\n  1,\n]);", "Falta abrir «[»", 1],
  ])("%s", (source, message, line) => {
    const found = explainedSyntax(source);
    expect(found.message).toContain(message);
    expect(found.line).toBe(line);
  });

  test("in the network of the page as well", () => {
    const [, source] = /#region network\n([^]*?)\n *\/\/ #endregion/.exec(
      readFileSync("src/lib/network/network.ts", "utf8"),
    )!;
    const found = explainedSyntax(source!.replace("layers: [", "layers:"));
    expect(found.message).toContain("Falta abrir «[»");
    expect(found.line).toBe(2);
  });
});
