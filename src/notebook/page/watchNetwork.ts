// On the network's page: which changed cells make the network that the other pages train, and whether they
// fail.
import { keepNetworkOrigin, networkOrigin } from "../../lib/browser/networkOrigin.js";
import type { EditableCell } from "../cell/editableCell.js";
import { type PageRuntime, pageRuntime } from "../runtime/pageRuntime.js";
import type { RunEdit } from "../../lib/run/run.js";

/** The page's name of what handing its network on has given; it fails with the network. */
const HANDED_ON = "esOriginal";
export const NETWORK_PAGE = "/definir-la-red";

/** From now on what is kept of it follows the page. */
export async function watchNetwork(cells: readonly EditableCell[]): Promise<void> {
  const runtime = await pageRuntime();
  runtime.watch(HANDED_ON, {
    fulfilled() {
      const edits = editsBehind(runtime, cells);
      keepNetworkOrigin(edits.length > 0 ? { edits, isBroken: false } : undefined);
    },
    rejected() {
      keepNetworkOrigin({ edits: networkOrigin()?.edits ?? [], isBroken: true });
    },
  });
}

function editsBehind(runtime: PageRuntime, cells: readonly EditableCell[]): RunEdit[] {
  const blocks = new Set(
    [...runtime.inputsOf(runtime.variableOf(HANDED_ON)!)].map((variable) =>
      runtime.blockOf(variable),
    ),
  );
  return cells.flatMap(({ block, name, ranInstead }) =>
    blocks.has(block) && ranInstead !== undefined
      ? [{ page: NETWORK_PAGE.slice(1), cell: name, source: ranInstead }]
      : [],
  );
}
