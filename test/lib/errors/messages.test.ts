import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { spokenNames } from "../../../src/lib/errors/cellErrorText.js";

// What is thrown anywhere in the site may reach its reader: either its class says that its message is for them,
// and then that is Spanish, or it is an InternalError, which puts a fault of ours into a Spanish sentence.

interface Thrown {
  place: string;
  className: string;
  /** The texts in what it is made of, with … for what is computed. */
  texts: string[];
}

const modules = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.startsWith("."))
  .map((path) => {
    const source = readFileSync(join("src", path), "utf8");
    return ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  });

/** @param isLeft what it leaves out, with all that is in it */
function walk(
  node: ts.Node,
  visit: (node: ts.Node) => void,
  isLeft: (node: ts.Node) => boolean = () => false,
): void {
  if (isLeft(node)) return;
  visit(node);
  ts.forEachChild(node, (child) => {
    walk(child, visit, isLeft);
  });
}

/** The texts that stand in it, a template as one. */
function textsOf(node: ts.Node, isLeft?: (node: ts.Node) => boolean): string[] {
  const texts: string[] = [];
  walk(
    node,
    (inner) => {
      if (ts.isStringLiteral(inner) || ts.isNoSubstitutionTemplateLiteral(inner)) {
        texts.push(inner.text);
      } else if (ts.isTemplateExpression(inner)) {
        const spans = inner.templateSpans.map(({ literal }) => literal.text);
        texts.push([inner.head.text, ...spans].join("…"));
      }
    },
    isLeft,
  );
  return texts;
}

const parents = new Map<string, string>([["Error", ""]]);
for (const module of modules) {
  walk(module, (node) => {
    if (!ts.isClassDeclaration(node) || !node.name) return;
    const [parent] = node.heritageClauses?.flatMap(({ types }) => types) ?? [];
    const name = parent?.expression.getText();
    if (name?.endsWith("Error")) parents.set(node.name.text, name);
  });
}

function isA(className: string, ancestor: string): boolean {
  for (let name: string | undefined = className; name; name = parents.get(name)) {
    if (name === ancestor) return true;
  }
  return false;
}

const made: Thrown[] = modules.flatMap((module) => {
  const found: Thrown[] = [];
  walk(module, (node) => {
    if (!ts.isNewExpression(node)) return;
    const className = node.expression.getText();
    if (!/(Error|Exception)$/.test(className) || node.parent.getText().endsWith(".stack")) return;
    const { line } = module.getLineAndCharacterOfPosition(node.getStart());
    const texts = (node.arguments ?? []).flatMap((argument) => textsOf(argument));
    found.push({ place: `${module.fileName}:${line + 1}`, className, texts });
  });
  return found;
});

/** In the parser's own words, which explainSyntax says in Spanish like the parser's. */
const translated = /compileCell\.ts/;

const ENGLISH =
  /\b(?:the|is|are|was|expected|found|missing|must|been|does|this|that|cannot|nothing|here)\b/i;

test("what a module throws is for the reader, or a fault of the notebook's own", () => {
  const neither = made.filter(
    ({ place, className }) =>
      !translated.test(place) && !isA(className, "ReaderError") && !isA(className, "InternalError"),
  );
  expect(made.length).toBeGreaterThan(80);
  expect(neither).toEqual([]);
});

test("what is for the reader speaks Spanish", () => {
  const forReader = made.filter(({ className }) => isA(className, "ReaderError"));
  const english = forReader.filter(({ texts }) => texts.some((text) => ENGLISH.test(text)));
  expect(forReader.length).toBeGreaterThan(50);
  expect(english).toEqual([]);
});

test("a cell that fails shows what is for the reader without the name of its class", () => {
  const named = [...parents.keys()].filter((name) => isA(name, "ReaderError"));
  const translated = ["DatasetError", "DamagedError"]; // by a Spanish name, and into that
  expect([...spokenNames, ...translated].sort()).toEqual([...named, "InternalError"].sort());
});

test("no module holds an English sentence but in a fault of its own", () => {
  const sentences = modules.flatMap((module) =>
    textsOf(module, isInternalError)
      .filter((text) => text.includes(" ") && ENGLISH.test(withoutTags(text)))
      .map((text) => `${module.fileName}: ${text}`),
  );
  expect(sentences).toEqual([]);
});

function isInternalError(node: ts.Node): boolean {
  return ts.isNewExpression(node) && isA(node.expression.getText(), "InternalError");
}

function withoutTags(text: string): string {
  return text.replaceAll(/<[^>]*>/g, "");
}
