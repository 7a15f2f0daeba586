import { beforeAll, describe, expect, test } from "vitest";
import { explainedFailure as explained } from "./explainedFailure.js";
import * as tf from "../../../../src/lib/network/tf.js";

// As on a page with a network: without any variable TensorFlow.js says another thing of `variableGrads`.
beforeAll(() => {
  tf.variable(tf.scalar(0));
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
