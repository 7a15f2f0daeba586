import { describe, expect, test } from "vitest";
import * as tf from "../../../src/lib/network/tf.js";
import { tabulate } from "../../../src/notebook/console/tabulate.js";

describe("tabulate", () => {
  test.each<[string, unknown, string[], string[][]]>([
    [
      "objects",
      [
        { a: 1, b: "x" },
        { b: "y", c: [2] },
      ],
      ["a", "b", "c"],
      [
        ["0", "1", "x", ""],
        ["1", "", "y", "[2]"],
      ],
    ],
    [
      "lists",
      [[1, 2], [3]],
      ["0", "1"],
      [
        ["0", "1", "2"],
        ["1", "3", ""],
      ],
    ],
    [
      "numbers",
      [7, 8],
      ["Valor"],
      [
        ["0", "7"],
        ["1", "8"],
      ],
    ],
    ["a typed array", new Uint8Array([5]), ["Valor"], [["0", "5"]]],
    [
      "an object",
      { conv1: { pesos: 100 }, drop: 0 },
      ["pesos", "Valor"],
      [
        ["conv1", "100", ""],
        ["drop", "", "0"],
      ],
    ],
    ["a map", new Map([["a", 1]]), ["Valor"], [["a", "1"]]],
    ["a set", new Set(["a"]), ["Valor"], [["0", "a"]]],
    ["a tensor", tf.tensor2d([[1, 2]]), ["0", "1"], [["0", "1", "2"]]],
  ])("%s", (_, data, columns, rows) => {
    const table = tabulate(data)!;
    expect(table.columns).toEqual(columns);
    expect(table.rows.map(({ index, cells }) => [index, ...cells])).toEqual(rows);
  });

  test("only the columns wanted, and no more rows than can be read", () => {
    const data = Array.from({ length: 250 }, (_, i) => ({ a: i, b: i }));
    const table = tabulate(data, ["b"])!;
    expect(table.columns).toEqual(["b"]);
    expect([table.rows.length, table.left]).toEqual([100, 150]);
  });

  test("no table of what is none", () => {
    const disposed = tf.zeros([2, 2]);
    disposed.dispose();
    for (const data of [7, "a", null, undefined, [], new Date(), tf.zeros([1, 1, 1]), disposed]) {
      expect(tabulate(data)).toBeUndefined();
    }
  });
});
