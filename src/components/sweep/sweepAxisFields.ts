// One of the hyperparameters of a sweep, and the values of it that are tried.
import { html } from "htl";
import { sweepTextField } from "./sweepTextField.js";
import {
  axisExample,
  axisHelp,
  axisLabel,
  axisNames,
  parseAxisValues,
  type SweepAxis,
} from "../../lib/sweep/sweepAxis.js";

export interface SweepAxisFields {
  element: Node;
  /** Undefined: none is chosen. */
  axis: () => SweepAxis | undefined;
  /** Whether the rate of dropout may be chosen. */
  allowDropout: (allowed: boolean) => void;
}

interface AxisOptions {
  /** What is chosen at first, and the values that are tried then. */
  name: string;
  values: string;
  /** Whether the reader may choose none. */
  mayBeNone?: boolean;
}

/** @param number its place in the plan: «1» or «2» */
export function sweepAxisFields(
  number: string,
  { name, values, mayBeNone = false }: AxisOptions,
): SweepAxisFields {
  const { field, select } = axisSelect(number, { name, mayBeNone });
  const list = sweepTextField(`barrido-valores-${number}`, "Sus valores", values);
  const help = html`<span class="sweep-help"></span>`;
  const chosen = () => axisNames.find((one) => one === select.value);
  let shown = chosen();
  const explain = () => {
    const axis = chosen();
    help.textContent = axis ? axisHelp(axis) : "";
    list.element.hidden = axis === undefined;
    const example = axis !== shown && axis ? axisExample(axis) : undefined;
    shown = axis;
    if (example !== undefined) list.input.value = example;
  };
  select.oninput = explain; // before the form looks at the plan
  select.onchange = explain;
  list.element.append(help);
  explain();
  return {
    element: html.fragment`${field}${list.element}`,
    axis() {
      const axis = chosen();
      return axis && { name: axis, values: parseAxisValues(axis, list.input.value) };
    },
    allowDropout(allowed) {
      const option = [...select.options].find(({ value }) => value === "dropoutRate")!;
      option.hidden = !allowed;
      option.disabled = !allowed;
      if (allowed || !option.selected) return;
      select.value = mayBeNone ? "" : name;
      list.input.value = values;
      explain();
    },
  };
}

function axisSelect(
  number: string,
  { name, mayBeNone }: Pick<Required<AxisOptions>, "name" | "mayBeNone">,
) {
  const id = `barrido-hiperparametro-${number}`;
  const select = html`<select id=${id}>
    ${mayBeNone ? html`<option value="">Ninguno</option>` : ""}
    ${axisNames.map(
      (one) => html`<option value=${one} selected=${one === name}>${axisLabel(one)}</option>`,
    )}
  </select>` as HTMLSelectElement;
  const label = number === "1" ? "Qué cambia" : "Qué más cambia";
  const field = html`<div class="sweep-field"><label for=${id}>${label}</label>${select}</div>`;
  return { field, select };
}
