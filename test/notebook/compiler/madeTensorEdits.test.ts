// Which declarations of a cell are noted, to be freed where the cell fails before it gives them.
import { parse } from "acorn";
import { expect, test } from "vitest";
import { madeTensorEdits } from "../../../src/notebook/compiler/madeTensorEdits.js";

const noted = (source: string) =>
  madeTensorEdits(parse(source, { ecmaVersion: 2022, sourceType: "module" }), "nota").map(
    ({ text }) => text,
  );

test.each([
  "const uno = tf.ones([n]);",
  "const uno = tf.ones([3]).mul(otro);",
  "const uno = tf.sequential();",
  'const uno = tf.sequential({layers: [tf.layers.dense({units: 3, activation: "relu"})]});',
])("notes what the cell has made: %s", (source) => {
  expect(noted(source)).toEqual([";nota(uno);"]);
});

test.each([
  "const uno = red.layers[0].getWeights()[0];",
  "const uno = tf.keep(otro);",
  "const uno = tf.tidy(() => otro);",
  "const uno = tf.model({inputs: red.inputs, outputs: red.layers[2].output});",
  "const uno = tf.sequential({layers: red.layers.slice(0, 3)});",
])("leaves what may be another cell's: %s", (source) => {
  expect(noted(source)).toEqual([]);
});
