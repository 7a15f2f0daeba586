import { describe, expect, test } from "vitest";
import { cellFunctionHere } from "../cellFunctionHere.js";
import { compileCell } from "../../../src/notebook/compiler/compileCell.js";
import { type ConsoleLine, createConsole } from "../../../src/notebook/console/createConsole.js";

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

  test("traces the calls in the cell", async () => {
    const compiled = compileCell("const doble = () => { console.trace('aquí'); };\ndoble();");
    const run = await cellFunctionHere(compiled, [], "celda-red.js");
    expect(
      texts((console) => {
        void run({}, console);
      }),
    ).toEqual(["Traza: aquí", "doble, línea 1", "celda «red», línea 2"]);
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
