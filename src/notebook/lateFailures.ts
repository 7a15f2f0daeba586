// What a cell leaves under way, a timer or a promise that nobody awaits, fails outside of it: the cell
// that it came from is found by the error's stack.
import type { NotebookPage } from "./notebookPage.js";
import { OvertakenError } from "./cellRun.js";
import { cellOfStack } from "./sourceUrl.js";

/** From now on such failures are shown under their cell. */
export function showLateFailures(notebook: NotebookPage): void {
  const showFailure = (error: unknown) => {
    if (!(error instanceof Error) || error instanceof OvertakenError) return;
    const name = cellOfStack(error.stack ?? "");
    if (name !== undefined) notebook.cell(name)?.showLateFailure(error);
  };
  addEventListener("error", ({ error }) => {
    showFailure(error);
  });
  addEventListener("unhandledrejection", ({ reason }) => {
    showFailure(reason);
  });
}
