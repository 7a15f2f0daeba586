// What takes a drawing back and forth: buttons, and the keys that everybody knows.
import { html } from "htl";
import { clear, redo, type Sketch, undo } from "./sketch.js";
import { panelButton } from "../../parts/buttons/panelButton.js";

type Change = (sketch: Sketch) => Sketch;

export interface HistoryButtons {
  element: HTMLElement;
  /** Only what can be done now can be pressed. */
  show: (sketch: Sketch) => void;
}

/**
 * @param paper where Ctrl+Z undoes, and Ctrl+Y or Ctrl+Shift+Z redoes; it gets the keyboard from a button that
 *   cannot be pressed any more
 */
export function historyButtons(
  paper: HTMLElement,
  onChange: (change: Change) => void,
): HistoryButtons {
  const button = (label: string, change: Change) =>
    panelButton(label, () => {
      onChange(change);
    });
  const undoButton = button("Deshacer", undo);
  const redoButton = button("Rehacer", redo);
  const clearButton = button("Borrar todo", clear);
  const element = html`<div class="figure-controls">${undoButton}${redoButton}${clearButton}</div>`;
  paper.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    onChange(key === "y" || event.shiftKey ? redo : undo);
  });
  return {
    element,
    show({ strokes, past, future }) {
      const focused = document.activeElement;
      undoButton.disabled = past.length === 0;
      redoButton.disabled = future.length === 0;
      clearButton.disabled = strokes.length === 0;
      if (focused instanceof HTMLButtonElement && element.contains(focused) && focused.disabled) {
        paper.focus({ preventScroll: true });
      }
    },
  };
}
