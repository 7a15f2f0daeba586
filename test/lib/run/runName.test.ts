import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { freeName, memorableName, runName, withOwnName } from "../../../src/lib/run/runName.js";

describe("runName", () => {
  test("is the reader's, if they gave one", () => {
    expect(runName({ id: "a", name: "sin dropout" })).toBe("sin dropout");
  });

  test("is otherwise an animal and an adjective, always the same for the same id", () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        expect(runName({ id })).toMatch(/^\p{L}+ \p{L}+$/u);
        expect(runName({ id })).toBe(memorableName(id));
      }),
    );
  });

  test("gets a number where another run has it, and another one where that is taken too", () => {
    const run = { id: "a", name: "lince azul" };
    expect(freeName(run, new Set(["tejón audaz"]))).toBe("lince azul");
    expect(freeName(run, new Set(["lince azul"]))).toBe("lince azul (2)");
    expect(freeName(run, new Set(["lince azul", "lince azul (2)"]))).toBe("lince azul (3)");
  });

  test("is another for each of as many runs as are kept one after the other", () => {
    const property = fc.property(fc.uniqueArray(fc.string(), { maxLength: 300 }), (ids) => {
      const kept: { id: string; name?: string }[] = [];
      for (const id of ids) kept.push(withOwnName({ id }, kept));
      expect(new Set(kept.map(runName)).size).toBe(ids.length);
      for (const { id, name } of kept) {
        expect(name ?? memorableName(id)).toMatch(/^\p{L}+ \p{L}+( \(\d+\))?$/u);
      }
    });
    fc.assert(property);
  });

  test("tells apart nearly all of the runs that a browser keeps, begun one after the other", () => {
    const names = Array.from({ length: 40 }, (_, i) =>
      memorableName(`mxyz${(i + 36).toString(36)}-1`),
    );
    expect(new Set(names).size).toBeGreaterThan(35);
  });
});
