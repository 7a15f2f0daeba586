// The plan of a sweep: one or two hyperparameters with the values to try, the seeds, and what is common
// to all the runs. Its value is the plan, sound or not; what is wrong, or what it will cost, stands below.
import { html } from "htl";
import { formatNumber, formatTimeLeft } from "../lib/format.js";
import {
  defaultHyperparameters,
  hyperparameterDefinitions,
  recipeDefinitions,
} from "../lib/hyperparameters.js";
import {
  expandSweep,
  parseNumberList,
  type SweepAxis,
  type SweepPlan,
  sweepProblems,
  type SweptHyperparameter,
} from "../lib/sweep.js";
import type { SweepEstimate } from "../lib/sweepSeconds.js";

export type SweepForm = HTMLFormElement & {
  readonly value: SweepPlan;
  readonly problems: string[];
};

const swept = [...hyperparameterDefinitions, ...recipeDefinitions].filter(
  ({ name }) => name !== "seed",
);
const initial = {
  first: { name: "learningRate", values: "0,003; 0,01" },
  second: { name: "batchSize", values: "10; 20" },
  ...{ seeds: "1; 2; 3", epochs: 2, trainImages: 6000 },
};

export function sweepForm({
  estimate,
  topology,
}: {
  estimate: (plan: SweepPlan) => SweepEstimate | undefined;
  /** Of the reader's network, if they have changed it. */
  topology?: string | undefined;
}): SweepForm {
  const first = axisFields("1", initial.first);
  const second = axisFields("2", { ...initial.second, mayBeNone: true });
  const seeds = textField("barrido-semillas", "Semillas", initial.seeds);
  const epochs = textField("barrido-epocas", "Épocas de cada corrida", String(initial.epochs));
  const images = textField(
    "barrido-imagenes",
    "Imágenes de cada corrida",
    String(initial.trainImages),
  );
  const note = html`<div class="sweep-note" role="status"></div>`;
  const form = html`<form class="sweep-form" aria-label="Plan del barrido" novalidate>
    <div class="sweep-fields">
      ${first.element}${second.element}${seeds.element}${epochs.element}${images.element}
    </div>
    ${note}
  </form>` as unknown as HTMLFormElement;

  function plan(): SweepPlan {
    const axes = [first.axis(), second.axis()].filter((axis) => axis !== undefined);
    const base = {
      ...defaultHyperparameters,
      epochs: wholeNumbers(epochs)[0] ?? NaN,
      trainImages: wholeNumbers(images)[0] ?? NaN,
    };
    const values = { base, axes, seeds: wholeNumbers(seeds) };
    return topology === undefined ? values : { ...values, topology };
  }
  function update(): void {
    const problems = sweepProblems(plan());
    note.replaceChildren(
      ...(problems.length > 0
        ? problems.map((problem) => html`<p class="callout error">${problem}</p>`)
        : [html`<p><strong>${describeCost(plan(), estimate(plan()))}</strong></p>`]),
    );
  }
  form.addEventListener("input", update);
  form.onsubmit = (event) => {
    event.preventDefault();
  };
  update();
  return Object.defineProperties(form, {
    value: { get: plan },
    problems: { get: () => sweepProblems(plan()) },
  }) as SweepForm;
}

/** «2 × 2 combinaciones × 3 semillas = 12 corridas, unos 4 min». */
function describeCost(plan: SweepPlan, cost: SweepEstimate | undefined): string {
  const { axes, seeds } = plan;
  const sizes = axes.map(({ values }) => values.length).join(" × ");
  const count = expandSweep(plan).length;
  const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
  const origin =
    cost?.source === "own" ? "al ritmo de tu última corrida" : "en la máquina de las medidas";
  const time = cost ? ` Duración: ${formatTimeLeft(cost.seconds)}, ${origin}.` : "";
  return `${sizes} valores × ${plural(seeds.length, "semilla", "semillas")} = ${plural(count, "corrida", "corridas")}.${time}`;
}

interface AxisFields {
  element: Node;
  /** Undefined: none is chosen. */
  axis: () => SweepAxis | undefined;
}

function axisFields(
  number: string,
  { name, values, mayBeNone = false }: { name: string; values: string; mayBeNone?: boolean },
): AxisFields {
  const id = `barrido-hiperparametro-${number}`;
  const select = html`<select id=${id}>
    ${mayBeNone ? html`<option value="">Ninguno</option>` : ""}
    ${swept.map(
      (one) => html`<option value=${one.name} selected=${one.name === name}>${one.label}</option>`,
    )}
  </select>` as HTMLSelectElement;
  const list = textField(`barrido-valores-${number}`, "Sus valores", values);
  const help = html`<span class="sweep-help"></span>`;
  const explain = () => {
    const definition = swept.find((one) => one.name === select.value);
    help.textContent = definition
      ? `Separados por «;». En el original: ${formatNumber(definition.default)}.`
      : "";
    list.element.hidden = definition === undefined;
  };
  const axis = (): SweepAxis | undefined => {
    const definition = swept.find((one) => one.name === select.value);
    if (!definition) return undefined;
    const values = parseNumberList(list.input.value, { whole: definition.integer });
    return { name: definition.name as SweptHyperparameter, values };
  };
  select.onchange = explain;
  list.element.append(help);
  explain();
  const label = number === "1" ? "Hiperparámetro" : "Otro hiperparámetro";
  return {
    element: html.fragment`<div class="sweep-field"><label for=${id}>${label}</label>${select}</div>
      ${list.element}`,
    axis,
  };
}

interface TextField {
  element: HTMLElement;
  input: HTMLInputElement;
}

function wholeNumbers({ input }: TextField): number[] {
  return parseNumberList(input.value, { whole: true });
}

function textField(id: string, label: string, value: string): TextField {
  const input = html`<input
    id=${id}
    value=${value}
    inputmode="text"
    autocomplete="off"
  />` as HTMLInputElement;
  const element = html`<div class="sweep-field"><label for=${id}>${label}</label>${input}</div>`;
  return { element, input };
}
