// Imports in a cell. A published site has no modules but those that it was built with: what a cell
// imports is looked up among them when it runs.
import type { ImportDeclaration, ImportExpression, Program } from "acorn";
import { simple } from "acorn-walk";
import type { Edit } from "./applyEdits.js";

/** Turns imports into calls of `runtime.load(module)`, whose promise gives the module. */
export function importEdits(program: Program, runtime: string): Edit[] {
  const edits: Edit[] = [];
  for (const node of program.body) {
    if (node.type !== "ImportDeclaration") continue;
    const load = `await ${runtime}.load(${JSON.stringify(node.source.value)})`;
    const text = declarationOf(node, load);
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

function declarationOf({ specifiers }: ImportDeclaration, load: string): string {
  if (specifiers.length === 0) return `${load};`;
  const names: string[] = [];
  let whole: string | undefined;
  for (const specifier of specifiers) {
    const local = specifier.local.name;
    if (specifier.type === "ImportNamespaceSpecifier") whole = local;
    else if (specifier.type === "ImportDefaultSpecifier") names.push(`default: ${local}`);
    else {
      const { imported } = specifier;
      const name = imported.type === "Identifier" ? imported.name : String(imported.value);
      names.push(`${JSON.stringify(name)}: ${local}`);
    }
  }
  if (whole === undefined) return `const {${names.join(", ")}} = ${load};`;
  return `const ${whole} = ${load}${names.length > 0 ? `, {${names.join(", ")}} = ${whole}` : ""};`;
}
