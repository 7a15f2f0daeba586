// On the network's page: which changed cells make the network that the other pages train, and whether they
// fail.
import { keepNetworkOrigin, networkOrigin } from "../../lib/browser/networkOrigin.js";
import type { EditableCell } from "../cell/editableCell.js";
import { blockOf, inputsOf, pageRuntime, type Variable } from "../runtime/pageRuntime.js";
import type { RunEdit } from "../../lib/run/run.js";

/** The page's name of what handing its network on has given; it fails with the network. */
const HANDED_ON = "esOriginal";
export const NETWORK_PAGE = "/definir-la-red";

/** From now on what is kept of it follows the page. */
export async function watchNetwork(cells: readonly EditableCell[]): Promise<void> {
  const { main } = await pageRuntime();
  const observer = {
    fulfilled() {
      const edits = editsBehind(main._scope.get(HANDED_ON)!, cells);
      keepNetworkOrigin(edits.length > 0 ? { edits, isBroken: false } : undefined);
    },
    rejected() {
      keepNetworkOrigin({ edits: networkOrigin()?.edits ?? [], isBroken: true });
    },
  };
  main.variable(observer).define(null, [HANDED_ON], (isOriginal: unknown) => isOriginal);
}

function editsBehind(variable: Variable, cells: readonly EditableCell[]): RunEdit[] {
  const blocks = new Set([...inputsOf(variable)].map(blockOf));
  return cells.flatMap(({ block, name, ranInstead }) =>
    blocks.has(block) && ranInstead !== undefined
      ? [{ page: NETWORK_PAGE.slice(1), cell: name, source: ranInstead }]
      : [],
  );
}
