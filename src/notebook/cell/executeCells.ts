// Runs cells of the open page together, so that what has moved from one to another is never declared
// twice: what the reader runs, what is restored, and what another visit or tab has left.
import { type CellChange, type DefinedCell, defineCells } from "../execution/defineCells.js";
import type { CellEdit } from "../../lib/browser/editStore.js";

/** A cell, as far as running it goes. */
export interface ExecutableCell {
  /** @param unasked whether it runs although the reader has not just asked for it */
  begin(source: string, unasked: boolean): CellChange;
  end(source: string, result: DefinedCell | Error): void;
  /** Puts the original into the editor; gives what is then to be run. */
  beginRestore(): Execution[];
  endRestore(): void;
  /** Puts an edit, or the original, into the editor; gives what is then to be run. */
  beginPutBack(edit: CellEdit | undefined): Promise<Execution[]>;
}

export interface Execution {
  cell: ExecutableCell;
  source: string;
  unasked?: boolean;
}

export async function executeCells(executions: readonly Execution[]): Promise<void> {
  if (executions.length === 0) return; // and a page without cells gives no way into its runtime
  const results = await defineCells(
    executions.map(({ cell, source, unasked = false }) => cell.begin(source, unasked)),
  );
  executions.forEach(({ cell, source }, i) => {
    cell.end(source, results[i]!);
  });
}

/** The originals again, run; nothing of the reader's stays saved. */
export async function restoreCells(cells: readonly ExecutableCell[]): Promise<void> {
  await executeCells(cells.flatMap((cell) => cell.beginRestore()));
  for (const cell of cells) cell.endRestore();
}

/** Edits of another visit, of another tab or from before they were restored; undefined: the original. */
export async function putBackCells(
  changes: readonly { cell: ExecutableCell; edit: CellEdit | undefined }[],
): Promise<void> {
  const executions = await Promise.all(changes.map(({ cell, edit }) => cell.beginPutBack(edit)));
  await executeCells(executions.flat());
}
