import { describe, expect, test } from "vitest";
import { explainedFailure as explained } from "./explainedFailure.js";
import { explainError } from "../../../../src/notebook/errors/explainError.js";

describe("of JavaScript it says", () => {
  test.each([
    ["const c = 1;\nc = 2;", "declarado con «const», que no puede cambiar"],
    ['import {mean} from "d3";\nmean = 3;', "declarado con «const», que no puede cambiar"],
    ["const a = b2 + 1;\nconst b2 = 1;", "«b2» se usa antes de la línea que lo declara."],
    ["const p = Promise.resolve([1]);\np.map((x) => x);", "«p.map» no es una función"],
    ["const a = 3;\na();", "«a» no es una función"],
    ["[1, 2].map(3);", "«3» no es una función"],
    ["(() => 1)()();", "Lo que da esa expresión no es una función"],
    ["const a = undefined;\na.map((x) => x);", "Se pide «map» a algo que no existe."],
    ["let a;\na.b = 1;", "Se da valor a «b» de algo que no existe."],
    ["const o = {};\nconst {x} = o.nada;", "Se saca «x» de algo que no existe: «o.nada»."],
    ["const {x} = undefined;", "Se saca «x» de algo que no existe."],
    ["for (const x of 3) x;", "«3» no es una lista y no se puede recorrer."],
    [
      "const p = Promise.resolve([1]);\nconst [x] = p;",
      "«p» no es una lista y no se puede recorrer.",
    ],
    ["Math.max(...3);", "Lo que va detrás de «...» no es una lista"],
    ['JSON.parse("{a: 1}");', "Un texto no es JSON y no se puede leer."],
    ['JSON.parse("");', "Un texto no es JSON y no se puede leer."],
    ['JSON.parse("<!DOCTYPE html>");', "ha llegado una página HTML"],
    ["new Array(-1);", "Una lista no puede tener esa longitud."],
    ["new Float32Array(-1);", "Una lista no puede tener -1 elementos."],
    ["class A {}\nA();", "A «A» le falta «new»."],
    ["Map();", "A «Map» le falta «new»."],
    ["const f = () => 1;\nnew f();", "«f» no es una clase, y se usa con «new»."],
    ["const f = () => f();\nf();", "Una función se llama a sí misma sin fin."],
    ["Object.freeze([1]).push(2);", "no admite cambios"],
    ['throw "texto";', "se ha lanzado «texto»"],
    ["throw {a: 1};", "se ha lanzado un objeto con a"],
    ['throw new Error("a shape of my own");', "La celda ha fallado mientras se ejecutaba."],
    [
      'throw new Error("the rank of this dimension is negative");',
      "La celda ha fallado mientras se ejecutaba.",
    ],
    ['import {rang} from "d3";', "¿Querías decir «range»?"],
  ])("%j", async (source, message) => {
    expect((await explained(source)).message).toContain(message);
  });

  test.each([
    [
      "TypeError",
      "Failed to execute 'appendChild' on 'Node': parameter 1 is not of type 'Node'.",
      "El argumento 1 de «appendChild»",
    ],
    ["TypeError", "Failed to fetch", "No se ha podido descargar."],
    ["Error", "The array must have only 1 element.", "El tensor tiene más de un número"],
    ["RangeError", "Array buffer allocation failed", "No hay memoria para tanto."],
    ["RuntimeError", "circular definition", "Referencia circular"],
    ["RuntimeError", "clase is defined more than once", "«clase» lo declaran dos celdas"],
  ])("%s: %s", (name, original, message) => {
    const error = Object.assign(new Error(original), { name });
    expect(explainError(error, { name: "red", source: "" }).message).toContain(message);
  });
});
