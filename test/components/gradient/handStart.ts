// The numbers with which the page begins, read off its cell, and its functions: what it says of them is tested.
import { readFileSync } from "node:fs";
import type { HandCode, HandStart } from "../../../src/components/gradient/handMachine.js";
import { backward, forward } from "../../../src/lib/network/byHand/handNetwork.js";
import { momentumStep } from "../../../src/lib/network/byHand/momentumStep.js";
import { centralDifference } from "../../../src/lib/numbers/centralDifference.js";
import type { CheckedCode } from "../../../src/lib/network/byHand/checkHandGradient.js";

const [, literal] = /```js editable=inicio\nconst inicio = (\{[^]*?\});\n```/.exec(
  readFileSync("src/el-gradiente.md", "utf8"),
)!;

/** As JSON, but for the quotes around names and the comments. */
const json = literal!.replaceAll(/\/\/.*/g, "").replaceAll(/(\w+):/g, '"$1":');

export const handStart = JSON.parse(json) as HandStart;
export const handCode: HandCode & CheckedCode = {
  forward,
  backward,
  momentumStep,
  centralDifference,
};
