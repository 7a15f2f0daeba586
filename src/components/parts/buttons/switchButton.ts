// Something of a run that is on or off: a labelled box, which may be locked for a reason that stands by it.
import { html } from "htl";

export interface SwitchButton {
  elements: HTMLElement[];
  box: HTMLInputElement;
  /** For the reason that is said; undefined: it may be used. */
  lock: (reason: string | undefined) => void;
}

/** @param options.id for the element of the reason */
export function switchButton(
  { label, id }: { label: string; id: string },
  set: (on: boolean) => Promise<void>,
): SwitchButton {
  const box = html`<input type="checkbox" aria-describedby=${id} />` as HTMLInputElement;
  box.onchange = () => {
    void set(box.checked);
  };
  const explanation = html`<span class="run-card-help" id=${id} hidden></span>`;
  const lock = (reason: string | undefined) => {
    box.disabled = reason !== undefined;
    explanation.hidden = reason === undefined;
    explanation.textContent = reason ?? "";
  };
  const element = html`<label class="run-switch">${box} ${label}</label>`;
  return { elements: [element, explanation], box, lock };
}
