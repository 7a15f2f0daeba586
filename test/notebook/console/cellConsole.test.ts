import { describe, expect, test } from "vitest";
import * as tf from "../../../src/lib/network/tf.js";
import { type ConsoleLine, createConsole } from "../../../src/notebook/console/createConsole.js";
import { formatLog } from "../../../src/notebook/console/formatLog.js";
import { tabulate } from "../../../src/notebook/console/tabulate.js";

/** What the console is told, line by line. */
function told(use: (console: Console) => void): ConsoleLine[] {
  let lines: ConsoleLine[] = [];
  use(
    createConsole(
      (line) => lines.push(line),
      () => {
        lines = [];
      },
    ),
  );
  return lines;
}

const texts = (use: (console: Console) => void) => told(use).map(({ text }) => text);

describe("what is logged is written as", () => {
  test.each<[unknown[], string]>([
    [["capas:", 9], "capas: 9"],
    [["a", "b", [1, "c"]], 'a b [1, "c"]'],
    [[], ""],
    [[undefined], "undefined"],
    [[new TypeError("no")], "TypeError: no"],
    [["%s tiene %d capas y %i más", "red", 9, 2.7], "red tiene 9 capas y 2 más"],
    [["%f %o %j", "0.5", { a: 1 }, [1]], '0.5 {"a": 1} [1]'],
    [["%cgrande", "font-size: 3em"], "grande"],
    [["100 %% de %s"], "100 % de %s"],
    [["%d", "nada"], "NaN"],
    [["%s", "a", "b"], "a b"],
    [[1, "%s"], "1 %s"],
  ])("%j", (values, text) => {
    expect(formatLog(values)).toBe(text);
  });
});

describe("the console of a cell", () => {
  test("has levels", () => {
    const lines = told((console) => {
      console.log(1);
      console.info(2);
      console.warn(3);
      console.error(4);
      console.dir({ a: 5 });
    });
    expect(lines.map(({ level, text }) => [level, text])).toEqual([
      ["log", "1"],
      ["log", "2"],
      ["warn", "3"],
      ["error", "4"],
      ["log", '{"a": 5}'],
    ]);
  });

  test("groups, and never goes out of the outermost", () => {
    const lines = told((console) => {
      console.group("capas");
      console.log("conv1");
      console.groupCollapsed();
      console.log("pesos");
      console.groupEnd();
      console.groupEnd();
      console.groupEnd();
      console.log("fin");
    });
    expect(lines.map(({ depth, text }) => [depth, text])).toEqual([
      [0, "capas"],
      [1, "conv1"],
      [2, "pesos"],
      [0, "fin"],
    ]);
  });

  test("counts by name", () => {
    expect(
      texts((console) => {
        console.count("lote");
        console.count("lote");
        console.count();
        console.countReset("lote");
        console.count("lote");
      }),
    ).toEqual(["lote: 1", "lote: 2", "cuenta: 1", "lote: 1"]);
  });

  test("says how long something took", () => {
    const [log, end, again] = texts((console) => {
      console.time("época");
      console.timeLog("época", "primera");
      console.timeEnd("época");
      console.timeEnd("época");
    });
    expect(log).toMatch(/^época: [\d.]+,\d ms primera$/);
    expect(end).toMatch(/^época: [\d.]+,\d ms$/);
    expect(again).toBe("No hay ningún cronómetro «época»: empieza con console.time.");
  });

  test("says what does not hold, and nothing of what does", () => {
    const lines = told((console) => {
      console.assert(true, "bien");
      console.assert(false, "%d capas", 3);
      console.assert(false);
    });
    expect(lines).toMatchObject([
      { level: "error", text: "No se cumple: 3 capas" },
      { level: "error", text: "No se cumple" },
    ]);
  });

  test("traces the calls in the cell", () => {
    const run = Reflect.construct(Function, [
      "console",
      "const doble = () => { console.trace('aquí'); };\ndoble();\n//# sourceURL=celda-red.js",
    ]) as (console: Console) => void;
    expect(texts(run)).toEqual(["Traza: aquí", "doble, línea 1", "celda «red», línea 2"]);
  });

  test("clears", () => {
    expect(
      texts((console) => {
        console.log(1);
        console.clear();
        console.log(2);
      }),
    ).toEqual(["2"]);
  });

  test("shows tables, and logs what is none", () => {
    const lines = told((console) => {
      console.table([{ capa: "conv1", pesos: 100 }]);
      console.table(7);
    });
    expect(lines[0]!.table?.columns).toEqual(["capa", "pesos"]);
    expect(lines[1]).toMatchObject({ text: "7" });
  });
});

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
