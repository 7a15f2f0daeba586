import "@tensorflow/tfjs-backend-cpu";
import { beforeAll, describe, expect, test } from "vitest";
import * as tf from "../../../src/lib/network/tf.js";
import { cellFunctionHere } from "../cellFunctionHere.js";
import { compileCell } from "../../../src/notebook/compiler/compileCell.js";
import { MadeTensors } from "../../../src/notebook/execution/madeTensors.js";

/** Runs a cell as the page does; returns how many tensors there are more than before. */
async function tensorsLeftBy(source: string): Promise<number> {
  const before = tf.memory().numTensors;
  const made = new MadeTensors();
  const helpers = {
    turn: () => undefined,
    made: (...values: unknown[]) => {
      made.note(values);
    },
  };
  const inputs = ["tf", "red"];
  const run = await cellFunctionHere(compileCell(source), inputs, "celda-prueba.js");
  await run(helpers, console, tf, red).catch(() => {
    made.free();
  });
  return tf.memory().numTensors - before;
}

const network = "tf.sequential({layers: [tf.layers.dense({inputShape: [3], units: 2})]})";
let red: tf.Sequential;
beforeAll(() => {
  red = tf.sequential({ layers: [tf.layers.dense({ inputShape: [3], units: 2 })] });
});

describe("a cell that fails leaves nothing in memory", () => {
  test.each([
    ["a network", `const propia = ${network};\nfalla();`],
    ["without semicolons", `const propia = ${network}\nfalla()`],
    ["two tensors", "const a = tf.ones([2]), b = tf.ones([3]);\nfalla();"],
    [
      "a network that it has disposed of itself",
      `const propia = ${network};\npropia.dispose();\nfalla();`,
    ],
  ])("%s", async (_, source) => {
    expect(await tensorsLeftBy(source)).toBe(0);
  });
});

test("what a cell that fails has got from another stays as it is", async () => {
  const weights = red.getWeights()[0]!;
  await tensorsLeftBy("const otra = red;\nconst peso = tf.keep(red.getWeights()[0]);\nfalla();");
  expect(weights.isDisposed).toBe(false);
  expect(tf.backend()).toBeDefined();
});

test("a cell that does not fail keeps what it has made", async () => {
  expect(await tensorsLeftBy(`const propia = ${network};`)).toBe(2);
});
