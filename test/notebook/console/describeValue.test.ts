import { expect, test } from "vitest";
import { createNetwork } from "../../../src/lib/network/network.js";
import * as tf from "../../../src/lib/network/tf.js";
import { describeValue } from "../../../src/notebook/console/describeValue.js";

class Camino {
  pasos = 3;
}

test.each<[unknown, string]>([
  [0.4, "el número 0,4"],
  [60_000, "el número 60.000"],
  [0.00001234, "el número 0,00001234"],
  [Number.NaN, "el número NaN"],
  [12n, "el número 12"],
  [true, "verdadero"],
  [false, "falso"],
  ["camisa", "el texto «camisa»"],
  ["una frase que no cabe en la línea de ayuda de un nombre", "un texto de 55 caracteres"],
  [null, "null"],
  [[1, 2], "una lista de 2"],
  [[], "una lista vacía"],
  [new Uint8Array(784), "784 números"],
  [new Map([[1, 2]]), "un mapa de 1"],
  [new Set([1, 2]), "un conjunto de 2"],
  [Promise.resolve(1), "una promesa"],
  [new Date("2025-01-02T03:04:05Z"), "una fecha"],
  [Camino, "una clase"],
  [Math.max, "una función"],
  [new Camino(), "un Camino con pasos"],
  [{ before: 1, after: 2 }, "un objeto con before y after"],
  [{}, "un objeto vacío"],
  [{ a: 1, b: 2, c: 3, d: 4, e: 5 }, "un objeto con a, b, c y 2 más"],
  [
    { count: 1000, images: new Uint8Array(2), labels: new Uint8Array(2) },
    "1.000 imágenes con su etiqueta",
  ],
  [Object.create(null), "un objeto vacío"],
  [Symbol("s"), "un símbolo"],
])("%o is %s", (value, text) => {
  expect(describeValue(value)).toBe(text);
});

test("tensors, networks and optimizers by what matters of them", () => {
  expect(describeValue(tf.zeros([2, 3]))).toBe("un tensor de forma [2, 3]");
  expect(describeValue(tf.scalar(1))).toBe("un tensor de un solo número");
  expect(describeValue(createNetwork())).toBe("una red de 9 capas");
  expect(describeValue(tf.train.sgd(0.1))).toBe("un optimizador");
});

test("no value makes it fail", () => {
  const hostile = new Proxy(
    {},
    {
      ownKeys() {
        throw new Error("no");
      },
      get() {
        throw new Error("no");
      },
    },
  );
  expect(describeValue(hostile)).toBe("un objeto");
});
