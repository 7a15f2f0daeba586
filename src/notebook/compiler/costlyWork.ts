// Work that takes seconds or more: a cell with it runs only when the reader says so.
import type { Identifier, Literal, Node, Program } from "acorn";
import { full } from "acorn-walk";

/** Of the notebook's modules, by whatever name a cell imports them. */
const costlyNames = new Set([
  ...["evaluateInWorker", "startTraining", "conductSweep", "runFromFile"],
  ...["compareEngines", "measureEngine", "loadDataset", "loadTestSet"],
]);
/** Of a tf.LayersModel. */
const costlyMethods = new Set(["fit", "fitDataset", "trainOnBatch"]);

/** Whether the program names any of it. */
export function hasCostlyWork(program: Program): boolean {
  let found = false;
  full(program, (node: Node) => {
    if (node.type === "Identifier") found ||= costlyNames.has((node as Identifier).name);
    else if (node.type === "ImportSpecifier") {
      found ||= costlyNames.has(nameOf((node as Node & { imported: Node }).imported));
    } else if (node.type === "MemberExpression") {
      found ||= costlyMethods.has(nameOf((node as Node & { property: Node }).property));
    }
  });
  return found;
}

function nameOf(node: Node): string {
  return node.type === "Identifier"
    ? (node as Identifier).name
    : String((node as Literal).value ?? "");
}
