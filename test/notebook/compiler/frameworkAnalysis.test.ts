// What compileCell takes from Framework's inside: the functions with which Framework itself compiles the
// pages. A test that fails here after an update of Framework says which of them has changed.
import { readdirSync, readFileSync } from "node:fs";
import { defaultGlobals } from "@observablehq/framework/dist/javascript/globals.js";
import { parseJavaScript } from "@observablehq/framework/dist/javascript/parse.js";
import { expect, test } from "vitest";
import { compileCell } from "../../../src/notebook/compiler/compileCell.js";

const cells = readdirSync("src")
  .filter((file) => file.endsWith(".md"))
  .flatMap((path) =>
    [...readFileSync(`src/${path}`, "utf8").matchAll(/^```js(?![^\n]*file=).*\n([^]*?)^```/gm)].map(
      ([, source]) => ({ path, source: source! }),
    ),
  );

const unique = (nodes: readonly { name: string }[] | null) => [
  ...new Set((nodes ?? []).map(({ name }) => name)),
];

test("each cell of each page uses and declares here the names that it does for Framework", () => {
  expect(cells.length).toBeGreaterThan(100);
  for (const { path, source } of cells) {
    const { references, declarations } = parseJavaScript(source, { path });
    const { inputs, outputs } = compileCell(source);
    expect(inputs.filter((name) => name !== "display")).toEqual(
      unique(references).filter((name) => name !== "display"),
    );
    expect(outputs).toEqual(unique(declarations));
  }
});

test.each([
  ["otro = 1;", "Assignment to external variable 'otro' (1:0)"],
  ["Math = 1;", "Assignment to global 'Math' (1:0)"],
  ["const Math = 1;", "Global 'Math' cannot be redefined (1:6)"],
])("%s is refused in the words that the Spanish rules know", (source, message) => {
  expect(() => parseJavaScript(source, { path: "pagina.md" })).toThrow(message);
  expect(() => compileCell(source)).toThrow(message);
});

test("what no cell may declare is JavaScript's and the page's, not a word that cells use", () => {
  const reserved = ["Array", "Math", "document", "fetch", "setTimeout", "window", "console"];
  expect(reserved.filter((name) => !defaultGlobals.has(name))).toEqual([]);
  const words = ["history", "name", "print", "open", "red", "perdida", "structuredClone"];
  expect(words.filter((name) => defaultGlobals.has(name))).toEqual([]);
});
