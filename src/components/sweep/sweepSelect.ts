// Which of the reader's sweeps is looked at; its value is the sweep's id.
import { html } from "htl";
import { formatCount } from "../../lib/text/format.js";
import { defaultConfiguration, networkName } from "../../lib/run/runConfiguration.js";
import { type Sweep, sweepNetwork } from "../../lib/sweep/sweep.js";
import { axisLabel } from "../../lib/sweep/sweepAxis.js";

const dateFormat = new Intl.DateTimeFormat("es", { dateStyle: "medium", timeStyle: "short" });

export type SweepSelect = HTMLElement & { value: string; update(sweeps: readonly Sweep[]): void };

/** @param sweeps the latest first; hidden where there is nothing to choose */
export function sweepSelect(sweeps: readonly Sweep[]): SweepSelect {
  const select = html`<select id="barrido-elegido"></select>` as HTMLSelectElement;
  const element = html`<p class="run-card-form">
    <label for="barrido-elegido">Barrido</label> ${select}
  </p>` as unknown as SweepSelect;
  let latest: string | undefined;
  element.update = (next) => {
    const isNew = next[0]?.id !== latest;
    latest = next[0]?.id;
    const chosen = isNew ? (latest ?? "") : element.value;
    select.replaceChildren(
      ...next.map((sweep) => html`<option value=${sweep.id}>${describe(sweep)}</option>`),
    );
    element.hidden = next.length < 2;
    element.value = chosen;
    select.value = chosen;
    element.dispatchEvent(new Event("input", { bubbles: true }));
  };
  select.onchange = () => {
    element.value = select.value;
    element.dispatchEvent(new Event("input", { bubbles: true }));
  };
  element.value = "";
  element.update(sweeps);
  return element;
}

function describe(sweep: Sweep): string {
  const { axes, seeds, createdAt } = sweep;
  const id = sweepNetwork(sweep);
  const network = id === defaultConfiguration.network ? "" : `, red «${networkName(id)}»`;
  const names = axes.map(({ name }) => axisLabel(name).toLowerCase()).join(" y ");
  return `${names}, ${formatCount(seeds.length, "semilla", "semillas")}${network} (${dateFormat.format(createdAt)})`;
}
