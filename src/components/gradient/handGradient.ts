// The network by hand as a page shows it: one state, and the parts that show it between the prose: the way
// forward, the way backward, the check, and the steps. A number that is written in one changes them all.
import { backwardFigure } from "./backwardFigure.js";
import { checkPart } from "./checkPart.js";
import { forwardFigure } from "./forwardFigure.js";
import {
  type HandCode,
  type HandEvent,
  type HandNumbers,
  type HandStart,
  type HandState,
  nextHandState,
  startingNumbers,
} from "./handMachine.js";
import { trainingPart } from "./trainingPart.js";
import type { CheckedCode } from "../../lib/network/byHand/checkHandGradient.js";

export interface HandParts {
  forward: HTMLElement;
  backward: HTMLElement;
  check: HTMLElement;
  training: HTMLElement;
}

/** What the reader has made of the first numbers. It outlives the parts, which are made anew with other code. */
export interface KeptHand {
  readonly start: HandNumbers;
  state: HandState;
}

/** Throws a ReaderError for a network or an image that is not as large as it must be. */
export function handNumbers(start: HandStart): KeptHand {
  const numbers = startingNumbers(start);
  return { start: numbers, state: { numbers, past: [], arrows: 0 } };
}

/**
 * @param kept is what they show and change
 * @param code the page's own functions, which the reader may have changed
 */
export function handGradient(kept: KeptHand, code: HandCode & CheckedCode): HandParts {
  const send = (event: HandEvent) => {
    kept.state = nextHandState(kept.state, event, { code, start: kept.start });
    update();
  };
  const parts = {
    forward: forwardFigure(send),
    backward: backwardFigure(send),
    check: checkPart(code),
    training: trainingPart(code, send),
  };
  function update(): void {
    const { state } = kept;
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
