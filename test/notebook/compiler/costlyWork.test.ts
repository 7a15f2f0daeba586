import { describe, expect, test } from "vitest";
import { compileCell } from "../../../src/notebook/compiler/compileCell.js";

describe("a costly cell is known by", () => {
  test.each([
    ["a name of the notebook's", "const e = await evaluateInWorker(run, images);", true],
    ["one that trains", "const sesion = conductSweep(barrido, opciones);", true],
    ["one that measures", "measureEngine(archivos, {})", true],
    [
      "the same by another name",
      'import {loadTestSet as lt} from "./lib/dataset/dataset.js"; lt(f)',
      true,
    ],
    ["a method of a network", "const red = tf.sequential(); await red.fit(x, y);", true],
    ["nothing of the kind", "const fit = (x) => x; fit(1)", false],
    ["a function that it calls", "const f = () => red.fit(x, y); await f();", true],
    ["one that calls that one", "f(); function f() { g(); } const g = () => red.fit(x, y);", true],
    ["a function that runs on a click", "boton.onclick = () => red.fit(x, y);", true],
    ["what it only declares", "const f = () => red.fit(x, y); function g() { f(); }", false],
    ["what it only imports", 'import {loadTestSet} from "./lib/dataset/dataset.js";', false],
    ["a function that names itself", "const f = (n) => n && f(n - 1); f(3)", false],
  ])("%s", (_, source, costly) => {
    expect(compileCell(source).work.now.isCostly).toBe(costly);
  });

  test("functions that it declares for other cells, also by what they call", () => {
    const { later } = compileCell(
      "const f = () => red.fit(x, y), g = (n) => n; function h() { f(); } const i = () => j();",
    ).work;
    expect([...later].map(([name, { isCostly }]) => [name, isCostly])).toEqual([
      ["f", true],
      ["g", false],
      ["h", true],
      ["i", false],
    ]);
    expect(later.get("i")!.names.has("j")).toBe(true); // another cell's, known when it has run
  });
});
