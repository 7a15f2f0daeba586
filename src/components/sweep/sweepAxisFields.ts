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

export function sweepAxisFields(
  number: string,
  { name, values, mayBeNone = false }: { name: string; values: string; mayBeNone?: boolean },
): SweepAxisFields {
  const id = `barrido-hiperparametro-${number}`;
  const select = html`<select id=${id}>
    ${mayBeNone ? html`<option value="">Ninguno</option>` : ""}
    ${sweptDefinitions.map(
      (one) => html`<option value=${one.name} selected=${one.name === name}>${one.label}</option>`,
    )}
  </select>` as HTMLSelectElement;
  const list = sweepTextField(`barrido-valores-${number}`, "Sus valores", values);
  const help = html`<span class="sweep-help"></span>`;
  const explain = () => {
    const definition = sweptDefinitions.find((one) => one.name === select.value);
    help.textContent = definition
      ? `Separados por «;». En el original: ${formatNumber(definition.default)}.`
      : "";
    list.element.hidden = definition === undefined;
  };
  const axis = (): SweepAxis | undefined => {
    const definition = sweptDefinitions.find((one) => one.name === select.value);
    if (!definition) return undefined;
    const values = parseNumberList(list.input.value, { whole: definition.integer });
    return { name: definition.name, values };
  };
  select.onchange = explain;
  list.element.append(help);
  explain();
  const label = number === "1" ? "Hiperparámetro" : "Otro hiperparámetro";
  return {
    element: html.fragment`<div class="sweep-field"><label for=${id}>${label}</label>${select}</div>
      ${list.element}`,
    axis,
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
