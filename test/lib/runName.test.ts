import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { memorableName, runName } from "../../src/lib/runName.js";

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

  test("tells apart nearly all of the runs that a browser keeps, begun one after the other", () => {
    const names = Array.from({ length: 40 }, (_, i) =>
      memorableName(`mxyz${(i + 36).toString(36)}-1`),
    );
    expect(new Set(names).size).toBeGreaterThan(35);
  });
});
