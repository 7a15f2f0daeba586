import fc from "fast-check";
import { expect, test } from "vitest";
import { readEdits, writeEdits } from "../../../src/notebook/page/exchangeEdits.js";
import { NotebookError } from "../../../src/notebook/errors/notebookError.js";

const pages = ["/a", "/definir-la-red"];
const edit = fc.record(
  {
    page: fc.constantFrom(...pages),
    cell: fc.string(),
    source: fc.string(),
    original: fc.string(),
    draft: fc.string(),
    savedAt: fc.integer({ min: 0 }),
  },
  { requiredKeys: ["page", "cell", "source", "original", "savedAt"] },
);

test("what is written comes back, as drafts that have not been run", () => {
  fc.assert(
    fc.property(fc.array(edit), (edits) => {
      expect(readEdits(writeEdits(edits), pages)).toEqual(
        edits.map(({ draft, source, original, ...one }) => ({
          ...one,
          original,
          source: original,
          draft: draft ?? source,
        })),
      );
    }),
  );
});

test("a damaged file is refused in Spanish, and nothing of it is taken", () => {
  const whole = writeEdits([{ page: "/a", cell: "b", source: "1", original: "2", savedAt: 3 }]);
  for (let length = 0; length < whole.length - 2; length++) {
    expect(() => readEdits(whole.slice(0, length), pages)).toThrow(NotebookError);
  }
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(() => readEdits(text, pages)).toThrow(NotebookError);
    }),
  );
});

test.each([
  ['{"format":"otra cosa","version":1,"cells":[]}', "no es de celdas"],
  ['{"format":"red-convolucional/celdas","version":2,"cells":[]}', "más nueva"],
  ['{"format":"red-convolucional/celdas","version":0,"cells":[]}', "dañado"],
  [writeEdits([{ page: "/b", cell: "c", source: "", original: "", savedAt: 3 }]), "«/b»"],
  [writeEdits([{ page: "/a", cell: "c", source: "", original: "", savedAt: 1e300 }]), "dañado"],
  ['{"format":"red-convolucional/celdas","version":1,"cells":[{"page":"/a"}]}', "dañado"],
])("%s", (text, message) => {
  expect(() => readEdits(text, pages)).toThrow(message);
});

test("a file of more cells than a notebook could have is refused at once, by its numbers", () => {
  const one = { page: "/a", cell: "b", source: "", original: "", savedAt: 3 };
  const file = (cells: number) => JSON.stringify({ ...header, cells: Array(cells).fill(one) });
  const began = performance.now();
  expect(() => readEdits(file(50_000), pages)).toThrow("tiene 3.");
  expect(() => readEdits(file(20_000), pages)).toThrow(
    "El archivo trae 20.000 celdas, y de una vez caben 1.000.",
  );
  expect(performance.now() - began).toBeLessThan(1000);
  expect(readEdits(file(1000), pages)).toHaveLength(1000);
});

const header = { format: "red-convolucional/celdas", version: 1 };
