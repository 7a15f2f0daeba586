// On a page that hands a network on to the others: which changed cells make it, and whether they fail. The
// page marks the cell that does so, `<div data-hands-on="network">`.
import { saveNetworkOrigin, networkOrigin } from "../../lib/browser/networkOrigin.js";
import { hasPendingEdits } from "../../lib/browser/pendingEdits.js";
import type { RunEdit } from "../../lib/run/run.js";
import type { EditableCell } from "../cell/editableCell.js";
import { type PageRuntime, pageRuntime, type Variable } from "../runtime/pageRuntime.js";

const HANDING_ON = "[data-hands-on=network] .observablehq--block";

/**
 * From now on what is saved of the network's origin follows the page.
 * @param page its address, `/definir-la-red`
 */
export async function watchNetwork(cells: readonly EditableCell[], page: string): Promise<void> {
  const block = document.querySelector(HANDING_ON);
  if (!block) return;
  const runtime = await pageRuntime();
  const handingOn = runtime.variablesOf(block)[0]!;
  runtime.watch(handingOn, {
    fulfilled() {
      const behind = cellsBehind(runtime, handingOn, cells);
      const edits = behind.flatMap((cell) => editOf(cell, page));
      if (edits.length === 0 && hasPendingEdits()) return; // the tab that has restored them has forgotten it
      saveNetworkOrigin(edits.length > 0 ? { edits, isBroken: false } : undefined);
    },
    rejected() {
      saveNetworkOrigin({ edits: networkOrigin()?.edits ?? [], isBroken: true });
    },
  });
}

function cellsBehind(
  runtime: PageRuntime,
  variable: Variable,
  cells: readonly EditableCell[],
): EditableCell[] {
  const inputs = [...runtime.inputsOf(variable)];
  const blocks = new Set(inputs.map((input) => runtime.blockOf(input)));
  return cells.filter(({ block }) => blocks.has(block));
}

function editOf({ name, ranInstead }: EditableCell, page: string): RunEdit[] {
  return ranInstead === undefined ? [] : [{ page: page.slice(1), cell: name, source: ranInstead }];
}
