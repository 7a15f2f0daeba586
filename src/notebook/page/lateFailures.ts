// What a cell leaves under way, a timer or a promise that nobody awaits, fails outside of it: the cell
// that it came from is found by the error's stack.
import { OvertakenError } from "../execution/cellRun.js";
import type { NotebookPage } from "./notebookPage.js";
import { cellsOfStack } from "../compiler/sourceUrl.js";

/** From now on such failures are shown under their cell; those of a run that is over, nowhere. */
export function showLateFailures(notebook: NotebookPage): void {
  const show = (error: unknown, event: Event) => {
    if (error instanceof OvertakenError) event.preventDefault();
    else if (error instanceof Error) {
      const [place] = cellsOfStack(error.stack);
      if (place) notebook.cell(place.cell)?.showLateFailure(error, place.version);
    }
  };
  addEventListener("error", (event) => {
    show(event.error, event);
  });
  addEventListener("unhandledrejection", (event) => {
    show(event.reason, event);
  });
}
