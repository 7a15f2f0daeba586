import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { helpOf, vocabularyNames } from "../../src/notebook/vocabulary.js";

/** The names that the shown cells of all the pages use, and that their pages import. */
function namesInCells(): string[] {
  const pages = readdirSync("src").filter((file) => file.endsWith(".md"));
  return pages.flatMap((page) => {
    const text = readFileSync(`src/${page}`, "utf8");
    const imports = [...text.matchAll(/^import (?:\* as (\w+)|\{([^}]+)\})/gm)].flatMap(
      ([, whole, names]) =>
        whole ?? names!.split(",").map((name) => name.trim().split(" as ").at(-1)!),
    );
    const cells = [...text.matchAll(/^```js .*editable=\w+\n([^]*?)^```/gm)].map(
      ([, code]) => code,
    );
    return imports.filter((name) => new RegExp(`\\b${name}\\b`).test(cells.join("\n")));
  });
}

test("every imported name that a shown cell uses has a line of help", () => {
  const names = new Set(namesInCells());
  expect(names.size).toBeGreaterThan(20);
  expect([...names].filter((name) => helpOf(name) === undefined)).toEqual([]);
});

test("every name has one line of help, in Spanish", () => {
  for (const name of vocabularyNames) {
    const help = helpOf(name)!;
    expect(help.length, name).toBeGreaterThan(10);
    expect(help, name).not.toMatch(/\n/);
  }
});
