// The plan of a sweep: one or two hyperparameters with the values to try, the seeds, and what is common
// to all the runs. Its value is the plan, sound or not; what is wrong, or what it will cost, stands below.
import { html } from "htl";
import { saveFields } from "../parts/saveFields.js";
import { describeCost } from "./describeCost.js";
import { type PlanFields, planFields, planOf, problemsOf } from "./planFields.js";
import { defaultConfiguration, OWN_NETWORK } from "../../lib/run/runConfiguration.js";
import type { RunRecord } from "../../lib/run/runRecord.js";
import type { SweepPlan } from "../../lib/sweep/sweep.js";
import type { SweepEstimate } from "../../lib/sweep/sweepSeconds.js";

export type SweepForm = HTMLFormElement & {
  readonly value: SweepPlan;
  readonly problems: string[];
  /** The reader's network has come, gone or changed. */
  updateOwn: () => void;
};

export interface SweepFormOptions {
  estimate: (plan: SweepPlan) => SweepEstimate | undefined;
  /** The JSON of the reader's network now; undefined: they have none. One that there is at first is chosen. */
  ownTopology: () => string | undefined;
  /** Whose values the reader may start from. */
  runs: readonly RunRecord[];
}

/** Dispatches `input` when the plan changes. */
export function sweepForm({ estimate, ownTopology, runs }: SweepFormOptions): SweepForm {
  const hasOwn = () => ownTopology() !== undefined;
  const fields = planFields({ hasOwn: hasOwn(), runs });
  const { form, note, back } = formView(fields);
  const plan = () => planOf(fields, ownTopology);

  function update(): void {
    fields.show({ hasOwn: hasOwn() });
    const planned = plan();
    const problems = problemsOf(planned, fields);
    note.replaceChildren(
      ...(problems.length > 0
        ? problems.map((problem) => html`<p class="callout error">${problem}</p>`)
        : [html`<p><strong>${describeCost(planned, estimate(planned))}</strong></p>`]),
    );
  }
  function updateOwn(): void {
    fields.network.offerOwn(hasOwn());
    update();
  }
  form.addEventListener("input", update);
  back.onclick = () => {
    form.reset();
    fields.network.value = hasOwn() ? OWN_NETWORK : defaultConfiguration.network;
    for (const select of form.querySelectorAll("select")) select.dispatchEvent(new Event("change"));
    form.dispatchEvent(new Event("input"));
  };
  form.onsubmit = (event) => {
    event.preventDefault();
  };
  update();
  saveFields(form, { name: "barrido", validWhile: { red: () => ownTopology() ?? "" } });
  return Object.defineProperties(Object.assign(form, { updateOwn }), {
    value: { get: plan },
    problems: { get: () => problemsOf(plan(), fields) },
  }) as SweepForm;
}

function formView(fields: PlanFields) {
  const { network, ownNote, dropoutNote, start, first, second } = fields;
  const { seeds, epochs, images, validation } = fields;
  const back = html`<button type="button" class="hyperparameter-back">
    Volver al plan del principio
  </button>`;
  const note = html`<div class="sweep-note" role="status"></div>`;
  const form = html`<form class="sweep-form" aria-label="Plan del barrido" novalidate>
    ${network}${ownNote}${dropoutNote}${start.element}
    <div class="sweep-fields">
      ${first.element}${second.element}${seeds.element}${epochs.element}${images.element}
      ${validation.element}
    </div>
    ${note}${back}
  </form>` as unknown as HTMLFormElement;
  return { form, note, back };
}
