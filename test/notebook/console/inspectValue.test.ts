import { describe, expect, test } from "vitest";
import { createNetwork } from "../../../src/lib/network/network.js";
import * as tf from "../../../src/lib/network/tf.js";
import { inspectValue } from "../../../src/notebook/console/inspectValue.js";

class Camino {
  pasos = 3;
}

const circle: { name: string; self?: unknown } = { name: "a" };
circle.self = circle;
const list: unknown[] = [1];
list.push(list);
const way: { pasos: number; self?: unknown } = new Camino();
way.self = way;

describe("inspectValue", () => {
  test.each<[string, unknown, string]>([
    ["undefined", undefined, "undefined"],
    ["null", null, "null"],
    ["NaN", Number.NaN, "NaN"],
    ["−0", -0, "-0"],
    ["a BigInt", 12n, "12n"],
    ["a symbol", Symbol("s"), "Symbol(s)"],
    ["a text", "hola", '"hola"'],
    ["a list", [1, "a", undefined, null, Number.NaN], '[1, "a", undefined, null, NaN]'],
    ["an object", { a: 1, b: { c: [true] } }, '{"a": 1, "b": {"c": [true]}}'],
    ["a map", new Map([["a", 1]]), 'Map {"a" => 1}'],
    ["a set", new Set([1, 2]), "Set {1, 2}"],
    ["a date", new Date("2025-01-02T03:04:05Z"), "2025-01-02T03:04:05.000Z"],
    ["an expression", /a+/g, "/a+/g"],
    ["a function", Math.max, "función max"],
    ["one without a name", () => 1, "función"],
    ["a class", Camino, "clase Camino"],
    ["an object of a class", new Camino(), 'Camino {"pasos": 3}'],
    ["a promise", Promise.resolve(1), "Promise (su valor se espera con «await»)"],
    ["an error inside", [new TypeError("no")], "[[TypeError: no]]"],
    ["an object in itself", circle, '{"name": "a", "self": [Circular]}'],
    ["a list in itself", list, "[1, [Circular]]"],
    ["an object of a class in itself", way, 'Camino {"pasos": 3, "self": [Circular]}'],
    ["one without a prototype", Object.create(null), "{}"],
    ["bytes", new Uint8Array([1, 2]), "Uint8Array(2) [1, 2]"],
    ["single precision", new Float32Array([0.1, 1 / 3]), "Float32Array(2) [0.1, 0.33333334]"],
    ["double precision", [0.1 + 0.2], "[0.30000000000000004]"],
    ["much", new Uint8Array(784), `Uint8Array(784) [${"0, ".repeat(20)}…]`],
  ])("%s", (_, value, text) => {
    expect(inspectValue(value)).toBe(text);
  });

  test("ends long lists and deep objects", () => {
    const long = inspectValue(Array.from({ length: 1000 }, (_, i) => i));
    expect(long).toContain("19, …");
    expect(long.length).toBeLessThan(100);
    expect(inspectValue({ a: { b: { c: { d: { e: 1 } } } } })).toContain("[Object]");
  });

  test("tensors by type, shape and first values, wherever they stand", () => {
    const tensor = tf.tensor([1.5, 0.1, 3, 4, 5, 6, 7, 8], [2, 4]);
    const text = "Tensor float32 [2, 4]: 1.5, 0.1, 3, 4, 5, 6, …";
    expect(inspectValue(tensor)).toBe(text);
    expect(inspectValue({ a: [tensor] })).toBe(`{"a": [${text}]}`);
    expect(inspectValue(tf.scalar(7, "int32"))).toBe("Tensor int32 []: 7");
    expect(inspectValue(tf.tensor(["a", "b"]))).toBe("Tensor string [2]: a, b");
    expect(inspectValue(tf.tensor([true, false]))).toBe("Tensor bool [2]: 1, 0");
    tensor.dispose();
    expect(inspectValue(tensor)).toBe("Tensor float32 [2, 4], ya liberado");
  });

  test("networks and layers by kind and name", () => {
    const network = createNetwork();
    expect(inspectValue(network)).toMatch(/^Sequential «\w+», 9 capas$/);
    expect(inspectValue([network.layers[0]])).toBe("[Conv2D «conv1»]");
  });

  test("does not fail for what is large or hostile", () => {
    const wide = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [i, "a".repeat(1000)]));
    expect(inspectValue(wide)).toHaveLength(5001);
    const hostile = {
      get a(): number {
        throw new Error("no");
      },
    };
    expect(inspectValue(hostile)).toBe("[object Object]");
  });
});
