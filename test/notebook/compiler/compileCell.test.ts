import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellFunction } from "../../../src/notebook/compiler/cellFunction.js";
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
  const run = cellFunction(compiled, compiled.inputs, "celda-prueba.js");
  const outputs = await run(helpers, console, ...compiled.inputs.map((name) => scope[name]));
  return { outputs, shown };
}

const names = (source: string) => {
  const { inputs, outputs } = compileCell(source);
  return { inputs, outputs };
};

describe("compileCell finds what a cell uses and declares", () => {
  test.each([
    ["const a = b + c;", ["b", "c"], ["a"]],
    ["const {a, b: {c}, ...d} = e;", ["e"], ["a", "c", "d"]],
    ["const [a, , b = c] = d;", ["c", "d"], ["a", "b"]],
    ["function f(x) { return x + y; }", ["y"], ["f"]],
    ["class A extends B {}", ["B"], ["A"]],
    ["const f = (x, {y}) => x + y + z;", ["z"], ["f"]],
    ["for (const x of xs) { suma(x); }", ["xs", "suma"], []],
    ["const a = Math.max(1, [2].length);", [], ["a"]],
    ["const a = 1, b = a;", [], ["a", "b"]],
    ["const red = tf.sequential({capas});", ["tf", "capas"], ["red"]],
    ["const a = `${b} ${c.d}`;", ["b", "c"], ["a"]],
    ["try { a(); } catch (error) { b(error); }", ["a", "b"], []],
  ])("%s", (source, inputs, outputs) => {
    const found = names(source);
    expect(new Set(found.inputs)).toEqual(new Set(inputs));
    expect(found.outputs).toEqual(outputs);
  });

  test("a name that no cell may declare is no input; one that the browser happens to have is", () => {
    expect(names("const a = [document, fetch, setTimeout];").inputs).toEqual([]);
    expect(names("const a = [performance, structuredClone];").inputs).toEqual(["structuredClone"]);
    expect(names("const a = convolucion;").inputs).toEqual(["convolucion"]);
  });

  test("each name has its line: of its first use, or of its declaration", () => {
    const { lines } = compileCell("const a = 1;\nconst b = c +\n  d + c;");
    expect([...lines].sort()).toEqual([
      ["a", 1],
      ["b", 2],
      ["c", 2],
      ["d", 3],
    ]);
  });
});

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

describe("compileCell refuses", () => {
  test.each([
    ["const a = (1;", /Unexpected token \(1:12\)/],
    ["const a = 1;\nconst a = 2;", /'a' has already been declared \(2:6\)/],
    ["otro = 1;", /Assignment to external variable 'otro'/],
    ["const Math = 1;", /Global 'Math' cannot be redefined/],
    ["export const a = 1;", /export/],
    ["const f = () => await a;", /\(1:16\)/],
    ["const a = 'sin cerrar;", /Unterminated string/],
  ])("%s", (source, message) => {
    expect(() => compileCell(source)).toThrow(message);
  });

  test("anything that is no JavaScript with a SyntaxError and nothing else", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: fc.constantFrom(...Array.from("(){}[];=ab1,.'`\n ")) }),
        ),
        (source) => {
          try {
            const { code, inputs } = compileCell(source);
            Reflect.construct(Function, [
              RUNTIME_NAME,
              ...inputs,
              `return async () => {${code}\n}`,
            ]);
          } catch (error) {
            expect(error).toBeInstanceOf(SyntaxError);
          }
        },
      ),
    );
  });

  const name = fc.constantFrom("a", "b", "c", "d", "e");
  test("no cell that declares each of its names once; what it uses and declares is what was written", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1 }),
        fc.array(fc.constantFrom("x", "y", "z")),
        (declared, used) => {
          const source = declared
            .map((n, i) => `const ${n} = [${used.join(", ")}${i > 0 ? `, ${declared[0]!}` : ""}];`)
            .join("\n");
          const { inputs, outputs } = compileCell(source);
          expect(outputs).toEqual(declared);
          expect(new Set(inputs)).toEqual(new Set(used));
        },
      ),
    );
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
      ...[
        ["f", true],
        ["g", false],
      ],
      ...[
        ["h", true],
        ["i", false],
      ],
    ]);
    expect(later.get("i")!.names.has("j")).toBe(true); // another cell's, known when it has run
  });
});
