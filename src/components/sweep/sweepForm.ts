// The plan of a sweep: one or two hyperparameters with the values to try, the seeds, and what is common
// to all the runs. Its value is the plan, sound or not; what is wrong, or what it will cost, stands below.
import { html } from "htl";
import { keepFields } from "../parts/keepFields.js";
import { networkChoice } from "../network/networkChoice.js";
import { sweepAxisFields } from "./sweepAxisFields.js";
import { sweepTextField, wholeNumber, wholeNumbers } from "./sweepTextField.js";
import { formatCount, formatTimeLeft } from "../../lib/text/format.js";
import { defaultHyperparameters, type Hyperparameters } from "../../lib/run/hyperparameters.js";
import { defaultConfiguration, OWN_NETWORK } from "../../lib/run/runConfiguration.js";
import { runName } from "../../lib/run/runName.js";
import type { RunRecord } from "../../lib/run/runRecord.js";
import {
  expandSweep,
  singleNumberProblem,
  type SweepPlan,
  sweepProblems,
} from "../../lib/sweep/sweep.js";
import type { SweepEstimate } from "../../lib/sweep/sweepSeconds.js";

export type SweepForm = HTMLFormElement & {
  readonly value: SweepPlan;
  readonly problems: string[];
  /** The reader's network has come, gone or changed. */
  updateOwn: () => void;
};

const initial = {
  first: { name: "learningRate", values: "0,003; 0,01" },
  second: { name: "batchSize", values: "10; 20" },
  ...{ seeds: "1; 2; 3", epochs: 2, trainImages: 6000 },
};

export function sweepForm({
  estimate,
  ownTopology,
  runs,
}: {
  estimate: (plan: SweepPlan) => SweepEstimate | undefined;
  /** The JSON of the reader's network now; undefined: they have none. One that there is at first is chosen. */
  ownTopology: () => string | undefined;
  /** Whose values the reader may start from. */
  runs: readonly RunRecord[];
}): SweepForm {
  const hasOwn = () => ownTopology() !== undefined;
  const network = networkChoice({ hasOwn: hasOwn() });
  const start = startSelect(runs);
  const first = sweepAxisFields("1", initial.first);
  const second = sweepAxisFields("2", { ...initial.second, mayBeNone: true });
  const seeds = sweepTextField("barrido-semillas", "Semillas", initial.seeds);
  const epochs = sweepTextField(
    "barrido-epocas",
    "Épocas de cada entrenamiento",
    String(initial.epochs),
  );
  const images = sweepTextField(
    "barrido-imagenes",
    "Imágenes de cada entrenamiento",
    String(initial.trainImages),
  );
  const ownNote = html`<p class="sweep-help">
    Si cambias la red del original en <a href="./definir-la-red.html">su página</a>, aquí podrás
    elegir también la tuya.
  </p>`;
  const dropoutNote = html`<p class="sweep-help">
    Con tu red el dropout es el mismo en todos los entrenamientos: va escrito en sus capas.
  </p>`;
  const back = html`<button type="button" class="hyperparameter-back">
    Volver al plan del principio
  </button>`;
  const note = html`<div class="sweep-note" role="status"></div>`;
  const form = html`<form class="sweep-form" aria-label="Plan del barrido" novalidate>
    ${network}${ownNote}${dropoutNote}${start.element}
    <div class="sweep-fields">
      ${first.element}${second.element}${seeds.element}${epochs.element}${images.element}
    </div>
    ${note}${back}
  </form>` as unknown as HTMLFormElement;

  function plan(): SweepPlan {
    const axes = [first.axis(), second.axis()].filter((axis) => axis !== undefined);
    const base = {
      ...start.hyperparameters(),
      epochs: wholeNumber(epochs),
      trainImages: wholeNumber(images),
    };
    const values = { base, axes, seeds: wholeNumbers(seeds), network: network.value };
    const topology = isOwn() ? ownTopology() : undefined;
    return topology === undefined ? values : { ...values, topology };
  }
  function problemsOf(planned: SweepPlan): string[] {
    const common = [
      { name: "epochs", field: epochs },
      { name: "trainImages", field: images },
    ].filter(({ name }) => !planned.axes.some((axis) => axis.name === name));
    const several = common.flatMap(
      ({ field }) => singleNumberProblem(field.label, wholeNumbers(field)) ?? [],
    );
    return several.length > 0 ? several : sweepProblems(planned);
  }
  function isOwn(): boolean {
    return network.value === OWN_NETWORK;
  }
  function update(): void {
    ownNote.hidden = hasOwn();
    dropoutNote.hidden = !isOwn();
    for (const fields of [first, second]) fields.allowDropout(!isOwn());
    const problems = problemsOf(plan());
    note.replaceChildren(
      ...(problems.length > 0
        ? problems.map((problem) => html`<p class="callout error">${problem}</p>`)
        : [html`<p><strong>${describeCost(plan(), estimate(plan()))}</strong></p>`]),
    );
  }
  function updateOwn(): void {
    network.offerOwn(hasOwn());
    update();
  }
  form.addEventListener("input", update);
  back.onclick = () => {
    form.reset();
    network.value = hasOwn() ? OWN_NETWORK : defaultConfiguration.network;
    for (const select of form.querySelectorAll("select")) select.dispatchEvent(new Event("change"));
    form.dispatchEvent(new Event("input"));
  };
  form.onsubmit = (event) => {
    event.preventDefault();
  };
  update();
  keepFields(form, { name: "barrido", validWhile: { red: () => ownTopology() ?? "" } });
  return Object.defineProperties(Object.assign(form, { updateOwn }), {
    value: { get: plan },
    problems: { get: () => problemsOf(plan()) },
  }) as SweepForm;
}

/** «2 × 2 valores × 3 semillas = 12 entrenamientos. Duración: unos 4 min, al ritmo de tu último entrenamiento.» */
function describeCost(plan: SweepPlan, cost: SweepEstimate | undefined): string {
  const { axes, seeds } = plan;
  const sizes = axes.map(({ values }) => values.length).join(" × ");
  const count = expandSweep(plan).length;
  const origin =
    cost?.source === "own" ? "al ritmo de tu último entrenamiento" : "en la máquina de las medidas";
  const time = cost ? ` Duración: ${formatTimeLeft(cost.seconds)}, ${origin}.` : "";
  const tried = `${sizes} ${sizes === "1" ? "valor" : "valores"}`;
  const repeated = formatCount(seeds.length, "semilla", "semillas");
  return `${tried} × ${repeated} = ${formatCount(count, "entrenamiento", "entrenamientos")}.${time}`;
}

/** What is common to all the runs comes from the original, or from a run that is kept. */
function startSelect(runs: readonly RunRecord[]): {
  element: HTMLElement;
  hyperparameters: () => Hyperparameters;
} {
  const select = html`<select id="barrido-partida">
    <option value="">La receta del original</option>
    ${runs.map((run) => html`<option value=${run.id}>${runName(run)}</option>`)}
  </select>` as HTMLSelectElement;
  const element = html`<div class="sweep-field">
    <label for="barrido-partida">Partir de</label>${select}
    <span class="sweep-help">De ahí sale lo que este plan no dice.</span>
  </div>`;
  const hyperparameters = () =>
    runs.find(({ id }) => id === select.value)?.hyperparameters ?? defaultHyperparameters;
  return { element, hyperparameters };
}
