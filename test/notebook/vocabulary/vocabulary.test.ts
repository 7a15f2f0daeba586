import { readdirSync, readFileSync } from "node:fs";
import { type ImportDeclaration, parse } from "acorn";
import { expect, test } from "vitest";
import {
  helpOf,
  vocabulary,
  vocabularyNames,
} from "../../../src/notebook/vocabulary/vocabulary.js";

/** What all the cells of all the pages import; of the module itself, `*`. */
function importsOfPages(): { module: string; exported: string }[] {
  const pages = readdirSync("src").filter((file) => file.endsWith(".md"));
  return pages.flatMap((page) => {
    const text = readFileSync(`src/${page}`, "utf8");
    return [...text.matchAll(/^```js.*\n([^]*?)^```/gm)].flatMap(([, cell]) => importsOf(cell!));
  });
}

function importsOf(cell: string): { module: string; exported: string }[] {
  const { body } = parse(cell, { ecmaVersion: 2022, sourceType: "module" });
  const declarations = body.filter(
    (node): node is ImportDeclaration => node.type === "ImportDeclaration",
  );
  return declarations.flatMap(({ source, specifiers }) =>
    specifiers.map((specifier) => ({
      module: String(source.value),
      exported: specifier.type === "ImportSpecifier" ? nameOf(specifier.imported) : "*",
    })),
  );
}

function nameOf(node: { type: string; name?: string; value?: unknown }): string {
  return node.type === "Identifier" ? node.name! : String(node.value);
}

test("whatever a page imports is in scope in every cell, with a line of help", () => {
  const imports = importsOfPages();
  expect(imports.length).toBeGreaterThan(200);
  const missing = imports.filter(({ module, exported }) => {
    const words = vocabulary[module];
    return exported === "*" ? !words?.whole : words?.words[exported] === undefined;
  });
  expect(missing).toEqual([]);
});

test("every name has one line of help, in Spanish, and stands for one thing", () => {
  expect(new Set(vocabularyNames).size).toBe(vocabularyNames.length);
  for (const name of vocabularyNames) {
    const help = helpOf(name)!;
    expect(help.length, name).toBeGreaterThan(10);
    expect(help, name).toMatch(/^[^\n]+\.$/);
    expect(help, name).not.toMatch(/\b(?:the|of|and|is|with)\b/);
  }
});
