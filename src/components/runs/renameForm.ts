// The form that gives a run another name.
import { html } from "htl";
import { LONGEST_NAME } from "../../lib/run/runName.js";

export type RenameForm = HTMLElement & {
  /** The run's name now; what the reader is typing stays. */
  update(name: string): void;
};

export interface RenameFormOptions {
  rename: (name: string) => Promise<void>;
  /** Says why not. */
  refuse: (message: string) => void;
}

export function renameForm({ rename, refuse }: RenameFormOptions): RenameForm {
  const input = html`<input
    id="nombre-entrenamiento"
    maxlength=${LONGEST_NAME}
    autocomplete="off"
  />` as HTMLInputElement;
  const form = html`<form class="run-card-form">
    <label for="nombre-entrenamiento">Nombre</label> ${input}
    <button type="submit">Cambiar el nombre</button>
  </form>` as unknown as RenameForm;
  let shown = "";
  form.onsubmit = (event) => {
    event.preventDefault();
    const next = input.value.trim();
    if (next === "") {
      input.value = shown;
      refuse(`El nombre no puede quedar en blanco: sigue llamándose «${shown}».`);
      return;
    }
    input.value = next;
    void rename(next);
  };
  form.update = (name) => {
    if (input.value === shown) input.value = name;
    shown = name;
  };
  return form;
}
