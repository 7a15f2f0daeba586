import { describe, expect, test } from "vitest";
import { cellNames as names } from "./cellNames.js";
import { cellFunctionHere } from "../cellFunctionHere.js";
import { compileCell, RUNTIME_NAME } from "../../../src/notebook/compiler/compileCell.js";

/** Runs compiled code as defineCell does, with these values for its inputs. */
async function run(source: string, values: Record<string, unknown> = {}) {
  const compiled = compileCell(source);
  const shown: unknown[] = [];
  const helpers = {
    turn: () => undefined,
    load: (name: string) => Promise.resolve({ default: `default of ${name}`, one: 1, two: 2 }),
    show: (_: unknown, value: unknown) => shown.push(value),
  };
  const scope: Record<string, unknown> = { display: undefined, ...values };
  const run = await cellFunctionHere(compiled, compiled.inputs, "celda-prueba.js");
  const outputs = await run(helpers, console, ...compiled.inputs.map((name) => scope[name]));
  return { outputs, shown };
}

describe("compileCell makes code that", () => {
  test("gives the outputs by name", async () => {
    const { outputs } = await run("const a = x + 1;\nconst {b, ...rest} = {b: 2, c: 3};", { x: 1 });
    expect(outputs).toEqual({ a: 2, b: 2, rest: { c: 3 } });
  });

  test("may await at its top", async () => {
    const { outputs } = await run("const a = await Promise.resolve(7);");
    expect(outputs).toEqual({ a: 7 });
  });

  test("shows the last expression, unless a semicolon ends it", async () => {
    expect((await run("const a = 2;\na * 21")).shown).toEqual([42]);
    expect((await run("1 + 1;")).shown).toEqual([]);
    expect((await run("({a: 1})")).shown).toEqual([{ a: 1 }]);
    expect(names("1 + 1").inputs).toEqual(["display"]);
    expect(names("1 + 1;").inputs).toEqual([]);
  });

  test("imports by name, by default and whole, with the lines as they were", async () => {
    const source =
      'import d, {one, two as dos} from "m";\nimport * as todo from "n";\nconst a = [d, one, dos, todo.two];';
    const { outputs } = await run(source);
    expect(outputs["a"]).toEqual(["default of m", 1, 2, 2]);
    expect(
      compileCell(source)
        .code.split("\n")
        .findIndex((line) => line.includes("const a")),
    ).toBe(2);
    expect((await run('const m = await import("m");')).outputs["m"]).toMatchObject({ one: 1 });
  });

  test.each([
    ['import d, {one, two as dos} from "m";', 'load("m", ["default","one","two"])'],
    ['import * as todo from "m";', 'load("m")'],
    ['import d, * as todo from "m";', 'load("m", ["default"])'],
    ['import "m";', 'load("m")'],
    ['await import("m");', 'load("m")'],
  ])("asks the module for the names that it needs: %s", (source, call) => {
    expect(compileCell(source).code).toContain(`${RUNTIME_NAME}.${call}`);
  });

  test("asks in every turn of every loop", () => {
    const turns = (source: string) =>
      compileCell(source).code.split(`${RUNTIME_NAME}.turn()`).length - 1;
    expect(turns("for (;;) break;")).toBe(1);
    expect(turns("while (a) { b(); }")).toBe(1);
    expect(turns("do a(); while (b);")).toBe(1);
    expect(turns("for (const a of b) for (const c in d) e(a, c);")).toBe(2);
    expect(turns("const f = () => { while (true); };")).toBe(1);
  });

  test("keeps what loops without braces compute", async () => {
    const { outputs } = await run(
      "let n = 0;\nfor (let i = 0; i < 3; i++) for (let j = 0; j < i; j++) n += j;\nif (n) for (;;) { n = -n; break; } else n = 9;",
    );
    expect(outputs).toEqual({ n: -1 });
  });
});

test("an import that is shown, or stands in a loop without braces, is guarded outside", () => {
  expect(compileCell('import("d3")').code).toMatch(
    /^celda\$\.show\(display, \(celda\$\.load\("d3"\)\)\)/,
  );
  expect(compileCell('for (;;) import("d3");').code).toContain(
    '{celda$.turn();celda$.load("d3");}',
  );
});
