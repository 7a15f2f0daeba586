// One of the hyperparameters of a sweep, and the values of it that are tried.
import { html } from "htl";
import { sweepTextField } from "./sweepTextField.js";
import { formatNumber } from "../../lib/text/format.js";
import { sweptDefinitions } from "../../lib/run/hyperparameters.js";
import { parseNumberList } from "../../lib/text/parseNumber.js";
import type { SweepAxis } from "../../lib/sweep/sweep.js";

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
  const chosen = () => sweptDefinitions.find((one) => one.name === select.value);
  const explain = () => {
    const definition = chosen();
    help.textContent = definition
      ? `Separados por «;». En el original: ${formatNumber(definition.default)}.`
      : "";
    list.element.hidden = definition === undefined;
  };
  select.onchange = explain;
  list.element.append(help);
  explain();
  return {
    element: html.fragment`${field}${list.element}`,
    axis() {
      const definition = chosen();
      if (!definition) return undefined;
      const tried = parseNumberList(list.input.value, { whole: definition.integer });
      return { name: definition.name, values: tried };
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
    ${sweptDefinitions.map(
      (one) => html`<option value=${one.name} selected=${one.name === name}>${one.label}</option>`,
    )}
  </select>` as HTMLSelectElement;
  const label = number === "1" ? "Hiperparámetro" : "Otro hiperparámetro";
  const field = html`<div class="sweep-field"><label for=${id}>${label}</label>${select}</div>`;
  return { field, select };
}
