import * as Plot from "@observablehq/plot";
import * as d3 from "d3";
import { describe, expect, test } from "vitest";
import { DatasetError } from "../../../../src/lib/dataset/datasetError.js";
import { convolve3x3 } from "../../../../src/lib/network/convolve3x3.js";
import { accuracy } from "../../../../src/lib/network/metrics.js";
import * as tf from "../../../../src/lib/network/tf.js";
import { compileCell, RUNTIME_NAME } from "../../../../src/notebook/compiler/compileCell.js";
import { explainError } from "../../../../src/notebook/errors/explainError.js";
import { importModule } from "../../../../src/notebook/execution/importModule.js";

const scope: Record<string, unknown> = { tf, d3, Plot, accuracy, convolve3x3, structuredClone };

/** What the reader is told when this cell runs. */
async function explained(source: string) {
  const { inputs, code } = compileCell(source);
  const nothing = () => undefined;
  const helpers = { turn: nothing, made: nothing, load: importModule, show: nothing };
  const AsyncFunction = (async () => Promise.resolve()).constructor as new (
    ...parts: string[]
  ) => (...values: unknown[]) => Promise<unknown>;
  const run = new AsyncFunction(RUNTIME_NAME, ...inputs, `${code}\n//# sourceURL=celda-red.js`);
  try {
    await run(helpers, ...inputs.map((name) => scope[name]));
  } catch (error) {
    return explainError(error, { name: "red", source });
  }
  throw new Error(`a failure expected of ${source}`);
}

const dense = (options: string) =>
  `tf.sequential({layers: [tf.layers.dense({inputShape: [4], units: 3, ${options}})]})`;
const conv = (options: string) =>
  `tf.sequential({layers: [tf.layers.conv2d({inputShape: [28, 28, 1], filters: 2, kernelSize: 3, ${options}})]})`;

describe("of layers and networks it says", () => {
  test.each([
    [conv("kernelSize: 40"), "no cabe en lo que le llega, [lote, 28, 28, 1]."],
    ["tf.sequential({layers: [tf.layers.dense({units: 3})]})", "le falta «inputShape»"],
    [dense("units: -1"), "«units» tiene que ser un entero mayor que cero, y es -1."],
    [conv("filters: 2.5"), "«filters» tiene que ser un entero mayor que cero, y es 2.5."],
    [dense("units: undefined"), "A la capa le falta «units»."],
    [
      conv("kernelSize: undefined"),
      "«kernelSize» tiene que ser un entero o una lista de enteros, y es undefined.",
    ],
    ["tf.layers.conv2d({filters: 2})", "A la capa le falta «kernelSize»."],
    [
      conv("kernelSize: [3, 3, 3]"),
      "«kernelSize» tiene que ser un entero o una lista de 2 enteros.",
    ],
    [
      dense('activation: "relux"'),
      "«relux» no es el nombre de una activación. ¿Querías decir «relu»?",
    ],
    [
      dense('kernelInitializer: "heNormall"'),
      "«heNormall» no es el nombre de un inicializador. ¿Querías decir «heNormal»?",
    ],
    [conv('padding: "sam"'), "«sam» no es una forma de rellenar."],
    [
      "tf.sequential({layers: [tf.layers.dense({inputShape: [4], units: 3}), tf.layers.conv2d({filters: 2, kernelSize: 3})]})",
      "espera 4 dimensiones y le llegan 2",
    ],
    ["tf.sequential({layers: [tf.layers.flatten({inputShape: [4]})]})", "no hay nada que aplanar"],
    [
      `${conv("")}.predict(tf.zeros([28, 28, 1]))`,
      "la red espera un tensor de 4 dimensiones y recibe uno de forma [28, 28, 1].",
    ],
    [
      `${conv("")}.predict(tf.zeros([1, 27, 27, 1]))`,
      "la red espera [lote, 28, 28, 1] y recibe [1, 27, 27, 1].",
    ],
    ["tf.sequential().predict(tf.zeros([1, 2]))", "La red no tiene ninguna capa."],
    [
      `${dense("")}.compile({optimizer: "sgdx", loss: "hinge"})`,
      "«sgdx» no es el nombre de un optimizador.",
    ],
    [
      `${dense("")}.compile({optimizer: "sgd", loss: "nada"})`,
      "«nada» no es el nombre de una función de pérdida.",
    ],
    [
      `await ${dense("")}.fit(tf.zeros([2, 4]), tf.zeros([2, 3]))`,
      "ni con qué optimizador aprender",
    ],
    [
      `const m = ${dense("")}; m.compile({optimizer: "sgd", loss: "hinge"}); await m.fit(tf.zeros([2, 4]), tf.zeros([3, 3]));`,
      "Hay 2 ejemplos y 3 respuestas",
    ],
    [
      `const m = ${dense("")}; m.compile({optimizer: "sgd", loss: "hinge"}); await m.fit(tf.zeros([2, 5]), tf.zeros([2, 3]));`,
      "la red espera ejemplos de forma [4] y los recibe de forma [5]",
    ],
    [`${dense("")}.getLayer("fc9")`, "La red no tiene ninguna capa «fc9»."],
    [`${dense("")}.setWeights([tf.zeros([4, 3])])`, "tiene 2 grupos de pesos y recibe 1"],
    [
      `const m = ${dense('name: "fc1"')}; m.dispose(); m.predict(tf.zeros([1, 4]));`,
      "ya se había liberado",
    ],
  ])("%s", async (source, message) => {
    const found = await explained(source);
    expect(found.message).toContain(message);
    expect(found.original).toMatch(/^\w*Error: /);
  });
});

describe("of tensors it says", () => {
  test.each([
    [
      "tf.matMul(tf.zeros([2, 3]), tf.zeros([4, 2]))",
      "no se pueden multiplicar matrices de [2, 3] y [4, 2].",
    ],
    ["tf.matMul(tf.zeros([2, 3]), tf.zeros([3]))", "«matMul» multiplica matrices"],
    ["tf.reshape(tf.zeros([2, 3]), [4])", "6 números no se pueden poner en la forma [4]."],
    ["tf.reshape(tf.zeros([2, 3]), [-1, 4])", "6 números no se reparten en grupos de 4."],
    ["tf.tensor([1, 2, 3], [2, 2])", "en un tensor de [2, 2] caben 4 números, y hay 3."],
    ["tf.tensor2d([1, 2, 3])", "A «tensor2d» le falta la forma"],
    ["tf.tensor1d([[1, 2]])", "«tensor1d» espera una lista con otra profundidad."],
    ["tf.tensor2d([1, 2], [2])", "La forma que recibe «tensor2d»"],
    ['tf.tensor([1], [1], "float64")', "«float64» no es un tipo de tensor."],
    ['tf.cast(tf.zeros([2]), "entero")', "«entero» no es un tipo de tensor."],
    ["tf.tensor()", "De eso no se puede hacer un tensor."],
    [
      "tf.oneHot(tf.tensor1d([1, 2]), 10)",
      "«oneHot» espera un tensor de tipo int32 («indices»), y recibe uno de tipo float32.",
    ],
    ["tf.oneHot([1, 2], 1)", "«oneHot» necesita dos clases o más, y recibe 1."],
    [
      'tf.add(tf.zeros([2]), "hola")',
      "espera un tensor de números («b»), y recibe uno de tipo string.",
    ],
    ["tf.add(undefined, 1)", "«add» espera un tensor («a») y recibe nada"],
    ["tf.add(Promise.resolve(1), 1)", "recibe una promesa: falta un «await»"],
    ["tf.add(tf.zeros([2]), tf.zeros([3]))", "no se pueden operar tensores de [2] y [3]."],
    ["tf.slice(tf.zeros([2, 3]), [0, 0], [3, 3])", "En el eje 0 llega hasta 3 y solo hay 2."],
    [
      "tf.concat([tf.zeros([2, 3]), tf.zeros([2, 4])])",
      "no se pueden juntar tensores de [2, 4] y [2, 3].",
    ],
    ["tf.stack([tf.zeros([2]), tf.zeros([3])])", "no se pueden juntar tensores de [2] y [3]."],
    ["tf.sum(tf.zeros([2, 3]), 2)", "El eje 2 no existe: el tensor tiene 2, y van de 0 a 1."],
    ["tf.squeeze(tf.zeros([2, 3]), [0])", "El eje 0 no se puede quitar: su tamaño es 2"],
    [
      'tf.conv2d(tf.zeros([28, 28]), tf.zeros([3, 3, 1, 1]), 1, "valid")',
      "espera «input» con 4 dimensiones y lo recibe con 2.",
    ],
    [
      'tf.conv2d(tf.zeros([28, 28, 1]), tf.zeros([3, 3, 2, 1]), 1, "valid")',
      "la imagen tiene 1 canal y el filtro está hecho para 2.",
    ],
    [
      'tf.conv2d(tf.zeros([28, 28, 1]), tf.zeros([3, 3, 1, 1]), 1, "vald")',
      "«vald» no es una forma de rellenar.",
    ],
    ["tf.variableGrads(() => tf.scalar(1))", "no se calcula a partir de ninguna variable"],
    ["tf.zeros([-2])", "Una forma lleva enteros desde cero, y esta es [-2]."],
    ["tf.range(0, 10, 0)", "Con un paso de cero"],
    [
      "tf.variable(tf.zeros([2])).assign(tf.zeros([3]))",
      "la variable tiene la forma [2] y recibe [3].",
    ],
    [
      "const t = tf.zeros([2]); t.dispose(); t.print();",
      "Se usa un tensor que ya se había liberado.",
    ],
  ])("%s", async (source, message) => {
    expect((await explained(source)).message).toContain(message);
  });
});

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
      "TypeError: n is not iterable\n    at Array.from (<anonymous>)\n    at mean (https://a.b/_npm/d3@7/x.js:1:2)\n    at eval (celda-red.js:5:3)";
    const found = explainError(error, { name: "red", source: "" });
    expect(found).toMatchObject({ line: 3, original: "TypeError: n is not iterable" });
    expect(found.message).toContain("Una función de una biblioteca");
    error.stack = error.stack.replace(/.*_npm.*\n/, "");
    expect(explainError(error, { name: "red", source: "" }).message).toContain(
      "«n» no es una lista",
    );
  });
});
