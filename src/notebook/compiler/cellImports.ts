// Imports in a cell. A published site has no modules but those that it was built with: what a cell
// imports is looked up among them when it runs.
import type { ImportDeclaration, ImportExpression, Program } from "acorn";
import { simple } from "acorn-walk";
import type { Edit } from "./applyEdits.js";

/**
 * Turns imports into calls of `runtime.load(module, names)`, whose promise gives the module, and which
 * refuses one without these names; `import("…")` asks for no names.
 */
export function importEdits(program: Program, runtime: string): Edit[] {
  const edits: Edit[] = [];
  for (const node of program.body) {
    if (node.type !== "ImportDeclaration") continue;
    const text = declarationOf(node, `await ${runtime}.load(${argumentsOf(node)})`);
    const lines = "\n".repeat(node.loc!.end.line - node.loc!.start.line);
    edits.push({ at: node.start, text: text + lines, remove: node.end - node.start });
  }
  simple(program, {
    ImportExpression({ start }: ImportExpression) {
      edits.push({ at: start, text: `${runtime}.load`, remove: "import".length });
    },
  });
  return edits;
}

function argumentsOf({ source, specifiers }: ImportDeclaration): string {
  const names = specifiers.flatMap((specifier) => importedName(specifier) ?? []);
  return [source.value, ...(names.length > 0 ? [names] : [])]
    .map((argument) => JSON.stringify(argument))
    .join(", ");
}

function declarationOf({ specifiers }: ImportDeclaration, load: string): string {
  if (specifiers.length === 0) return `${load};`;
  const names: string[] = [];
  let whole: string | undefined;
  for (const specifier of specifiers) {
    const local = specifier.local.name;
    const imported = importedName(specifier);
    if (imported === undefined) whole = local;
    else names.push(`${JSON.stringify(imported)}: ${local}`);
  }
  if (whole === undefined) return `const {${names.join(", ")}} = ${load};`;
  return `const ${whole} = ${load}${names.length > 0 ? `, {${names.join(", ")}} = ${whole}` : ""};`;
}

/** Undefined for the module itself, `* as name`. */
function importedName(specifier: ImportDeclaration["specifiers"][number]): string | undefined {
  if (specifier.type === "ImportNamespaceSpecifier") return undefined;
  if (specifier.type === "ImportDefaultSpecifier") return "default";
  const { imported } = specifier;
  return imported.type === "Identifier" ? imported.name : String(imported.value);
}
