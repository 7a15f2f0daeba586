// The ways back: one change, or all of them.
import { panelButton } from "../parts/buttons/panelButton.js";
import type { HandEvent, HandState } from "./handMachine.js";

export interface UndoButtons {
  buttons: readonly HTMLElement[];
  update: (state: HandState) => void;
}

export function undoButtons(send: (event: HandEvent) => void): UndoButtons {
  const undo = panelButton("Deshacer", () => {
    send({ type: "undo" });
  });
  const restart = panelButton("Empezar de nuevo", () => {
    send({ type: "restart" });
  });
  return {
    buttons: [undo, restart],
    update: ({ past }) => {
      setAvailable(undo, past.length > 0);
    },
  };
}

/** One that does nothing now keeps the keyboard: it is only said to be of no use. */
export function setAvailable(button: HTMLElement, isAvailable: boolean): void {
  button.setAttribute("aria-disabled", String(!isAvailable));
}
