import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellNames as names } from "./cellNames.js";
import { compileCell, RUNTIME_NAME } from "../../../src/notebook/compiler/compileCell.js";

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
