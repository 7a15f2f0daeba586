import { afterEach, expect, test } from "vitest";
import { checkNetwork } from "../../../src/lib/network/checkNetwork.js";
import { createNetwork, initializeLikePyTorch } from "../../../src/lib/network/network.js";
import * as tf from "../../../src/lib/network/tf.js";

let network: tf.Sequential | undefined;
afterEach(() => {
  network?.dispose();
  network = undefined;
});

/** A network of dense layers only, of these sizes. */
function dense(inputs: number, ...sizes: number[]): tf.Sequential {
  const layers = sizes.map((units, i) =>
    tf.layers.dense({
      units,
      kernelInitializer: "zeros",
      ...(i === 0 && { inputShape: [inputs] }),
    }),
  );
  return tf.sequential({ layers });
}

test("the original's network can be trained", () => {
  network = createNetwork();
  expect(() => {
    checkNetwork(network!);
  }).not.toThrow();
});

test.each([
  [() => dense(4, 9), "La red da 9 números; hacen falta 10 en una fila"],
  [() => dense(4, 1), "La red da 1 número; hacen falta 10"],
  [
    () => dense(4000, 3000, 10),
    "La red tiene 12.033.010 pesos, y en una página caben hasta 10.000.000.",
  ],
  [
    () => ({ hola: 1 }) as unknown as tf.Sequential,
    "(tf.sequential o tf.model), y esto es otra cosa.",
  ],
])("another one is refused in Spanish, with what is wrong: %#", (make, message) => {
  const made = make();
  if (made instanceof tf.Sequential) network = made;
  expect(() => {
    checkNetwork(made);
  }).toThrow(message);
});

test("no weights are set of a network that is too large", () => {
  network = dense(4000, 3000, 10);
  expect(() => initializeLikePyTorch(network!, 42)).toThrow("La red tiene 12.033.010 pesos");
});
