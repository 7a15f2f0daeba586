// On the network's page: which changed cells make the network that the other pages train, and whether they
// fail.
import { keepNetworkOrigin, networkOrigin } from "../lib/networkOrigin.js";
import type { EditableCell } from "./editableCell.js";
import { blockOf, inputsOf, pageRuntime, type Variable } from "./pageRuntime.js";
import type { RunEdit } from "../lib/run.js";

/** The cells' name of the network that the page hands on. */
const NETWORK = "red";
export const NETWORK_PAGE = "/definir-la-red";

/** From now on what is kept of it follows the page. */
export async function watchNetwork(cells: readonly EditableCell[]): Promise<void> {
  const { main } = await pageRuntime();
  const observer = {
    fulfilled() {
      const edits = editsBehind(main._scope.get(NETWORK)!, cells);
      keepNetworkOrigin(edits.length > 0 ? { edits, isBroken: false } : undefined);
    },
    rejected() {
      keepNetworkOrigin({ edits: networkOrigin()?.edits ?? [], isBroken: true });
    },
  };
  main.variable(observer).define(null, [NETWORK], (network: unknown) => network);
}

function editsBehind(network: Variable, cells: readonly EditableCell[]): RunEdit[] {
  const blocks = new Set([...inputsOf(network)].map(blockOf));
  return cells.flatMap(({ block, name, ranInstead }) =>
    blocks.has(block) && ranInstead !== undefined
      ? [{ page: NETWORK_PAGE.slice(1), cell: name, source: ranInstead }]
      : [],
  );
}
