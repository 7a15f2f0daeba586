// @vitest-environment jsdom
// What is said of a number of a layer without filters: the words and the numbers agree with what the layer does.
import { expect, test } from "vitest";
import { unitSum } from "../../../src/components/inside/unitSum.js";
import type { LayerGeometry } from "../../../src/lib/network/instruments/layerGeometry.js";

const numbers = [1, 3, -2];
const saidOf = (layer: Pick<LayerGeometry, "type" | "activation">, value: number) =>
  unitSum({
    layer: {
      name: "última",
      kind: "each",
      input: [1, 1, 3],
      output: [1, 1, 3],
      size: [1, 1],
      stride: [1, 1],
      padding: [0, 0],
      ...layer,
    },
    input: { shape: [1, 1, 1, 3], values: Float32Array.from(numbers) },
    value,
    unit: 0,
    position: { row: 0, column: 0 },
    bank: undefined,
  })
    .textContent.replaceAll(/\s+/g, " ")
    .trim();

/** ln(e¹ + e³ + e⁻²). */
const logSum = 3.1328;

test("of a log-softmax it says what is taken away, which hangs on all the numbers", () => {
  for (const activation of ["log_softmax", "logSoftmax"]) {
    expect(saidOf({ type: "Activation", activation }, 1 - logSum)).toBe(
      "Entra 1,000; se le resta 3,133, el logaritmo de la suma de las exponenciales de los 3 números, y sale −2,133.",
    );
  }
});

test("of a softmax also the exponential, and of what changes each number by itself only that", () => {
  const text = saidOf({ type: "Softmax" }, Math.exp(1 - logSum));
  expect(text).toMatch(
    /se le resta 3,133.* y de lo que queda se toma la exponencial: sale 0,119\.$/,
  );
  expect(saidOf({ type: "ReLU" }, 1)).toBe("Entra 1,000 y sale 1,000.");
});
