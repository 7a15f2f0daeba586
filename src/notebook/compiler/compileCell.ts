// A cell's source → what it uses, what it declares and a function that runs it, by the rules with which
// Framework compiles the page's own cells: its analysis is the one used here. Knows no page.
import { type Node, parse, type Program } from "acorn";
import { simple } from "acorn-walk";
import { checkAssignments } from "@observablehq/framework/dist/javascript/assignments.js";
import { findDeclarations } from "@observablehq/framework/dist/javascript/declarations.js";
import { findReferences } from "@observablehq/framework/dist/javascript/references.js";
import { type Edit, applyEdits } from "./applyEdits.js";
import { importEdits } from "./cellImports.js";
import { findWork, type PlannedWork } from "./costlyWork.js";
import { loopGuardEdits } from "./loopGuard.js";
import { madeTensorEdits } from "./madeTensorEdits.js";

export interface CompiledCell {
  /** The names that the cell uses and does not declare, each once, in the order of their first use. */
  inputs: string[];
  /** The names that it declares at its top level. */
  outputs: string[];
  /** The line, from 1, of the first use or of the declaration of each of these names. */
  lines: ReadonlyMap<string, number>;
  work: PlannedWork;
  /** The body of an async function of the inputs, which returns the outputs by name. */
  code: string;
}

/** What the code calls besides the inputs. */
export const RUNTIME_NAME = "celda$";
const ACORN = { ecmaVersion: 2022, sourceType: "module", locations: true } as const;

/**
 * Throws a SyntaxError, its message ending in `(line:column)`, for code that does not parse, declares a
 * name twice, assigns to a name of another cell, or exports.
 */
export function compileCell(source: string): CompiledCell {
  const program = parse(source, ACORN);
  refuseModuleSyntax(program);
  const references = findReferences(program);
  checkAssignments(program, references, source);
  const shown = shownValueEdits(program, source);
  const declarations = findDeclarations(program, source);
  const outputs = [...new Set(declarations.map(({ name }) => name))];
  const edits = [
    ...importEdits(program, RUNTIME_NAME),
    ...loopGuardEdits(program, `${RUNTIME_NAME}.turn()`),
    ...madeTensorEdits(program, `${RUNTIME_NAME}.made`),
    ...shown,
  ];
  const inputs = new Set(references.map(({ name }) => name));
  const shows = shown.length > 0;
  if (shows && !outputs.includes("display")) inputs.add("display");
  return {
    inputs: [...inputs],
    outputs,
    lines: new Map(
      [...references, ...declarations].toReversed().map(({ name, loc }) => [name, loc!.start.line]),
    ),
    work: findWork(program),
    code: `${applyEdits(source, edits)}\nreturn {${outputs.join(", ")}};`,
  };
}

/** A cell is no module: it cannot export, and has no address. */
function refuseModuleSyntax(program: Program): void {
  const refuse = (what: string, { loc }: Node) => {
    const { line, column } = loc!.start;
    throw new SyntaxError(`Unexpected ${what} (${line}:${column})`);
  };
  for (const node of program.body) if (node.type.startsWith("Export")) refuse("export", node);
  simple(program, {
    MetaProperty(node) {
      if (node.meta.name === "import") refuse("import.meta", node);
    },
  });
}

/** The last expression is shown, unless a semicolon ends it, as in the page's own cells. */
function shownValueEdits({ body }: Program, source: string): Edit[] {
  const last = body.at(-1) as (Node & { expression?: Node }) | undefined;
  if (last?.type !== "ExpressionStatement" || source[last.end - 1] === ";") return [];
  const { start, end } = last.expression!;
  return [
    { at: start, text: `${RUNTIME_NAME}.show(display, (` },
    { at: end, text: "))" },
  ];
}
