// A cell that fails gives nothing, and nobody else can free what it had made by then: its networks and tensors
// are noted as they are declared. Only what it has of TensorFlow.js itself, by `tf.…(…)`: what it has got in
// another way may be another cell's.
import type { Expression, Program, SpreadElement, Super, VariableDeclarator } from "acorn";
import { simple } from "acorn-walk";
import type { Edit } from "./applyEdits.js";

/** Puts, behind each declaration at the top level that makes something with `tf`, a call with its names. */
export function madeTensorEdits(program: Program, call: string): Edit[] {
  return program.body.flatMap((node) => {
    if (node.type !== "VariableDeclaration") return [];
    const made = node.declarations.flatMap((one) => nameMade(one) ?? []);
    return made.length === 0 ? [] : { at: node.end, text: `;${call}(${made.join(", ")});` };
  });
}

/** The name that is declared; undefined if what it stands for is not made by a call of tf's. */
function nameMade({ id, init }: VariableDeclarator): string | undefined {
  return id.type === "Identifier" && init && isMadeByTf(init) ? id.name : undefined;
}

/** `tf.sequential(…)`, `tf.ones([3]).mul(2)`. */
function isMadeByTf(made: Expression): boolean {
  return made.type === "CallExpression" && isOfTf(made.callee, made.arguments);
}

/** These give back what they were given, which may be another cell's. */
const handsOn = new Set(["keep", "tidy"]);
/** These hold the layers that they were given, and would free another cell's with their own. */
const holdsLayers = new Set(["model", "sequential"]);

type Arguments = readonly (Expression | SpreadElement)[];

function isOfTf(node: Expression | Super, given: Arguments): boolean {
  if (node.type === "CallExpression") return isOfTf(node.callee, node.arguments);
  if (node.type !== "MemberExpression") return false;
  const { object, property } = node;
  if (object.type !== "Identifier") return isOfTf(object, []);
  if (object.name !== "tf" || property.type !== "Identifier") return false;
  if (holdsLayers.has(property.name)) return !given.some(namesMoreThanTf);
  return !handsOn.has(property.name);
}

function namesMoreThanTf(given: Expression | SpreadElement): boolean {
  let found = false;
  simple(given, {
    Identifier({ name }) {
      found ||= name !== "tf";
    },
  });
  return found;
}
