import { describe, expect, test } from "vitest";
import { explainedFailure as explained } from "./explainedFailure.js";

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
