// Comparar motores: who computes the steps of a run, the engine or tfjs on a backend chosen by hand.
import { html } from "htl";
import type { Backend } from "../training/chooseBackend.js";

/** The default, the engine, is no backend of tfjs. */
export type EngineChoice = HTMLElement & { readonly value: Backend | undefined };

const names: Record<Backend, string> = {
  webgpu: "TensorFlow.js en la tarjeta gráfica (WebGPU)",
  webgl: "TensorFlow.js en la tarjeta gráfica (WebGL)",
  wasm: "TensorFlow.js en el procesador (WebAssembly)",
  cpu: "TensorFlow.js en JavaScript corriente",
};

export function engineChoice(): EngineChoice {
  const select = html`<select id="motor">
    <option value="">Motor propio</option>
    ${Object.entries(names).map(([value, name]) => html`<option value=${value}>${name}</option>`)}
  </select>` as HTMLSelectElement;
  const element = html`<div class="engine-choice">
    <label for="motor">Comparar motores</label> ${select}
    <p>
      Todos calculan lo mismo con la misma semilla, salvo el redondeo; cambia la velocidad. Vale
      para la próxima corrida.
    </p>
  </div>`;
  return Object.defineProperty(element, "value", {
    get: () => (select.value === "" ? undefined : (select.value as Backend)),
  }) as EngineChoice;
}
