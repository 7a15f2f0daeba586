// Work that takes seconds or more: a cell that does it runs only when the reader says so. What the cell
// does itself is told apart from what waits in its functions until they are called, here or by another cell.
import type { Identifier, Literal, Node, Program } from "acorn";
import { full } from "acorn-walk";
import { costlyNames } from "../vocabulary/vocabulary.js";

export interface Work {
  /** It names something costly. */
  isCostly: boolean;
  /** All that it names: it is costly as well if one of these turns out to be a costly function. */
  names: ReadonlySet<string>;
}

export interface PlannedWork {
  /** What the cell does when it runs. */
  now: Work;
  /** What its functions, and those that it imports, do when they are called, by their names. */
  later: ReadonlyMap<string, Work>;
}

/** Methods of a tf.LayersModel. */
const costlyMethods = new Set(["fit", "fitDataset", "trainOnBatch"]);

/**
 * The work of a cell by what its code names, taking a function that is named outside the functions for one
 * that is called.
 */
export function findWork({ body }: Program): PlannedWork {
  const functions = new Map<string, Work>();
  const rest: Node[] = [];
  for (const statement of body) {
    if (statement.type === "FunctionDeclaration") {
      functions.set(statement.id.name, namedIn([statement]));
    } else if (statement.type === "ImportDeclaration") {
      for (const specifier of statement.specifiers) {
        functions.set(specifier.local.name, namedIn([specifier]));
      }
    } else if (statement.type === "VariableDeclaration") {
      for (const declarator of statement.declarations) {
        const { id, init } = declarator;
        if (id.type === "Identifier" && isFunction(init)) functions.set(id.name, namedIn([init]));
        else rest.push(declarator);
      }
    } else rest.push(statement);
  }
  const reached = (work: Work) => withFunctions(work, functions);
  return {
    now: reached(namedIn(rest)),
    later: new Map([...functions].map(([name, work]) => [name, reached(work)])),
  };
}

function isFunction(node: Node | null | undefined): node is Node {
  return ["ArrowFunctionExpression", "FunctionExpression"].includes(node?.type ?? "");
}

/** Together with the work of the functions that it names, and of those that these name. */
function withFunctions(work: Work, functions: ReadonlyMap<string, Work>): Work {
  let { isCostly } = work;
  const names = new Set(work.names);
  for (const name of names) {
    const called = functions.get(name);
    isCostly ||= called?.isCostly ?? false;
    called?.names.forEach((other) => names.add(other)); // the loop goes on to these
  }
  return { isCostly, names };
}

function namedIn(nodes: readonly Node[]): Work {
  const [names, members] = [new Set<string>(), new Set<string>()];
  const visit = (node: Node) => {
    if (node.type === "Identifier") names.add((node as Identifier).name);
    else if (node.type === "ImportSpecifier") {
      names.add(nameOf((node as Node & { imported: Node }).imported));
    } else if (node.type === "MemberExpression") {
      members.add(nameOf((node as Node & { property: Node }).property));
    }
  };
  for (const node of nodes) full(node, visit);
  return { isCostly: hasSome(names, costlyNames) || hasSome(members, costlyMethods), names };
}

function hasSome(set: ReadonlySet<string>, names: ReadonlySet<string>): boolean {
  return [...names].some((name) => set.has(name));
}

function nameOf(node: Node): string {
  return node.type === "Identifier"
    ? (node as Identifier).name
    : String((node as Literal).value ?? "");
}
