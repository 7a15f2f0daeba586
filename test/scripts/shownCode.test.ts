// What the pages show of the modules (`file=… region=…`) is read by readers of Spanish.
import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";
import { regionOf } from "../../scripts/markdown/includeSource.js";

const fences = readdirSync("src")
  .filter((file) => file.endsWith(".md"))
  .flatMap((page) =>
    [
      ...readFileSync(`src/${page}`, "utf8").matchAll(/^```.*\bfile=(\S+)(?: region=(\S+))?.*$/gm),
    ].map(([, file, region]) => ({ page, file: file!, region })),
  );

/** The text of each comment. */
function comments(code: string): string[] {
  const scanner = ts.createScanner(
    ts.ScriptTarget.ESNext,
    false,
    ts.LanguageVariant.Standard,
    code,
  );
  const found: string[] = [];
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    const isComment =
      kind === ts.SyntaxKind.SingleLineCommentTrivia ||
      kind === ts.SyntaxKind.MultiLineCommentTrivia;
    if (isComment) found.push(scanner.getTokenText());
  }
  return found;
}

test.each(fences)("$page shows $file $region without a comment in English", ({ file, region }) => {
  const source = readFileSync(`src/${file}`, "utf8");
  const code = region === undefined ? source : regionOf(source, region, file);
  const english = comments(code).filter((text) => /\b(the|of|and|with|is|are|its)\b/i.test(text));
  expect(english).toEqual([]);
});
