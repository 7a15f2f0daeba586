// The network by hand as a page shows it: one state, and the parts that show it between the prose: the way
// forward, the way backward, the check, and the steps. A number that is written in one changes them all.
import { backwardFigure } from "./backwardFigure.js";
import { checkPart } from "./checkPart.js";
import { forwardFigure } from "./forwardFigure.js";
import {
  type HandCode,
  type HandEvent,
  type HandStart,
  type HandState,
  nextHandState,
  startingNumbers,
} from "./handMachine.js";
import { trainingPart } from "./trainingPart.js";
import type { CheckedCode } from "../../lib/network/checkHandGradient.js";

export interface HandParts {
  forward: HTMLElement;
  backward: HTMLElement;
  check: HTMLElement;
  training: HTMLElement;
}

/**
 * Throws a ReaderError for a network or an image that is not as large as it must be.
 * @param code the page's own functions, which the reader may have changed
 */
export function handGradient(start: HandStart, code: HandCode & CheckedCode): HandParts {
  const first = startingNumbers(start);
  let state: HandState = { numbers: first, past: [], arrows: 0 };
  const send = (event: HandEvent) => {
    state = nextHandState(state, event, { code, start: first });
    update();
  };
  const parts = {
    forward: forwardFigure(send),
    backward: backwardFigure(send),
    check: checkPart(code),
    training: trainingPart(code, send),
  };
  function update(): void {
    const { network, example } = state.numbers;
    const pass = code.forward(network, example);
    const results = { pass, gradients: code.backward(network, example, pass) };
    for (const part of Object.values(parts)) part.update(state, results);
  }
  update();
  const { forward, backward, check, training } = parts;
  return {
    forward: forward.element,
    backward: backward.element,
    check: check.element,
    training: training.element,
  };
}
