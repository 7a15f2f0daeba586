// What a network gives to each class before and after a change of the image; the bar is that of after.
import { type Answer, probabilityOf } from "./answer.js";
import { barTable } from "../../parts/barTable.js";
import { formatPercent } from "../../../lib/text/format.js";

export function answerTable(before: Answer, after: Answer, names: readonly string[]): HTMLElement {
  const rows = names.map((name, i) => {
    const [was, is] = [probabilityOf(before, i), probabilityOf(after, i)];
    return { cells: [name, formatPercent(was), formatPercent(is)], ratio: is };
  });
  return barTable(rows, { columns: ["Clase", "Antes", "Después"] });
}
