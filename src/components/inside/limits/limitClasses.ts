// How each class bears a change: a row a class, a column an amount. The fuller the colour, the more is named rightly.
import { html } from "htl";
import { describeAmount } from "./describeAmount.js";
import { scrollableTable } from "../../parts/scrollableTable.js";
import { type ImageChange, imageChanges } from "../../../lib/dataset/changes/imageChanges.js";
import type { LimitCurve } from "../../../lib/reports/limitsReport.js";
import { formatPercent } from "../../../lib/text/format.js";

export interface LimitClassesOptions {
  /** Of the classes, in Spanish. */
  names: readonly string[];
  /** Images of each class, [10]. */
  classCounts: readonly number[];
}

export function limitClasses(
  { change: name, points }: LimitCurve,
  { names, classCounts }: LimitClassesOptions,
): HTMLElement {
  const change = imageChanges.find((one) => one.name === name)!;
  return scrollableTable({
    label: `Exactitud de cada clase según el cambio «${change.label}»`,
    columns: ["Clase", ...points.map(({ amount }) => heading(change, amount))],
    rows: names.map(
      (className, i) =>
        html`<tr>
          <th scope="row">${className}</th>
          ${points.map(({ correct }) => cell(correct[i]! / classCounts[i]!))}
        </tr>`,
    ),
    className: "limit-classes",
  });
}

function heading(change: ImageChange, amount: number): string {
  return describeAmount({ ...change, unit: "" }, amount).trim();
}

function cell(share: number): HTMLElement {
  const fill = Number.isNaN(share) ? 0 : Math.round(45 * share);
  const td = html`<td>${formatPercent(share, 0)}</td>`;
  td.style.background = `color-mix(in srgb, var(--accent) ${fill}%, var(--theme-background-a))`;
  return td;
}
