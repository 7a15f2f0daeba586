// The code of a built page: Framework writes it into the HTML as scripts whose cells import some hundred modules, one
// request each. Here it becomes one module that imports them all, so that a bundler can put them together.
import {
  type ArrayExpression,
  type Expression,
  type ImportExpression,
  type Node,
  parse,
  type Pattern,
  type Program,
  type VariableDeclaration,
} from "acorn";
import { simple } from "acorn-walk";

/** Scripts that are modules: with `src`, or with code. */
const MODULE_SCRIPT = /<script type="module"(?: src="([^"]+)")?>([\s\S]*?)<\/script>\n?/g;

export interface PageModule {
  /** Its imports are relative to the page. */
  code: string;
  /** The page without it. */
  html: string;
}

/** Throws an Error for a page without a module. */
export function pageModule(html: string): PageModule {
  const parts: string[] = [];
  const rest = html.replace(MODULE_SCRIPT, (_, src: string | undefined, code: string) => {
    parts.push(src === undefined ? withStaticImports(code) : `import "${src}";`);
    return "";
  });
  if (parts.length === 0) throw new Error("pageModule: a module in the page expected, none found");
  return { code: parts.join("\n"), html: rest };
}

/**
 * What a cell's `import` declarations have become, `const [{a}, b] = await Promise.all([import("…"), import("…")])`, as
 * declarations again. Those `import("…")` stay that a cell makes when it needs them.
 */
export function withStaticImports(code: string): string {
  const program = parse(code, { ecmaVersion: "latest", sourceType: "module" });
  const statements: string[] = [];
  let rest = "";
  let end = 0;
  for (const declaration of cellImports(program)) {
    const { id, init } = declaration.declarations[0]!;
    const { imports, isList } = importsOf(init)!;
    const patterns = isList && id.type === "ArrayPattern" ? id.elements : [id];
    imports.forEach((each, n) => statements.push(importStatement(patterns[n], each)));
    rest += code.slice(end, declaration.start);
    end = declaration.end;
  }
  return [...statements, rest + code.slice(end)].join("\n");
}

/** The declarations with which a cell of imports begins: it has no input, and nothing else but what it returns. */
function cellImports(program: Program): VariableDeclaration[] {
  const found: VariableDeclaration[] = [];
  simple(program as Node, {
    ArrowFunctionExpression({ params, body }) {
      if (params.length > 0 || body.type !== "BlockStatement") return;
      const [first, last, ...more] = body.body;
      if (more.length > 0 || last?.type !== "ReturnStatement") return;
      if (first?.type !== "VariableDeclaration" || first.declarations.length !== 1) return;
      if (importsOf(first.declarations[0]!.init)) found.push(first);
    },
  });
  return found;
}

/** The imports that `await` is for; undefined for anything else. */
function importsOf(
  init: Expression | null | undefined,
): { imports: ImportExpression[]; isList: boolean } | undefined {
  if (init?.type !== "AwaitExpression") return undefined;
  const { argument } = init;
  if (argument.type === "ImportExpression") return { imports: [argument], isList: false };
  if (argument.type !== "CallExpression") return undefined;
  const [list] = argument.arguments;
  const isEvery = list?.type === "ArrayExpression" && list.elements.every(isImport);
  return isEvery ? { imports: elementsOf(list), isList: true } : undefined;
}

function isImport(node: { type: string } | null): boolean {
  return node?.type === "ImportExpression";
}

function elementsOf(list: ArrayExpression): ImportExpression[] {
  return list.elements as ImportExpression[];
}

/** @param pattern what the module is assigned to; left out or null where it is imported for its effect */
function importStatement(
  pattern: Pattern | null | undefined,
  { source }: ImportExpression,
): string {
  const from = source.type === "Literal" ? source.raw! : undefined;
  if (from === undefined) throw new Error("pageModule: an import of a literal address expected");
  if (!pattern) return `import ${from};`;
  if (pattern.type === "Identifier") return `import * as ${pattern.name} from ${from};`;
  if (pattern.type !== "ObjectPattern") throw new Error(`pageModule: unknown ${pattern.type}`);
  const names = pattern.properties.map((property) => {
    if (property.type === "RestElement") throw new Error("pageModule: no import has a rest");
    const { key, value } = property;
    if (key.type !== "Identifier" || value.type !== "Identifier")
      throw new Error("pageModule: names expected in an import");
    return key.name === value.name ? key.name : `${key.name} as ${value.name}`;
  });
  return `import { ${names.join(", ")} } from ${from};`;
}
