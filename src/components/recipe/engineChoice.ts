// Comparar motores: who computes the steps of a run, the engine or tfjs on a backend chosen by hand,
// and with how many threads.
import { html } from "htl";
import { threadsHint } from "./threadsHint.js";
import { availableThreads } from "../../training/engine/browserThreads.js";
import type { Backend } from "../../training/tfjs/chooseBackend.js";

export interface EngineSettings {
  /** tfjs's backend; undefined: the engine computes. */
  backend: Backend | undefined;
  /** The engine's threads; 0: as many as there may be. */
  threads: number;
}

export type EngineChoice = HTMLElement & { readonly value: EngineSettings };

const names: Record<Backend, string> = {
  webgpu: "TensorFlow.js en la tarjeta gráfica (WebGPU)",
  webgl: "TensorFlow.js en la tarjeta gráfica (WebGL)",
  wasm: "TensorFlow.js en el procesador (WebAssembly)",
  cpu: "TensorFlow.js en JavaScript corriente",
};

export function engineChoice(): EngineChoice {
  const available = availableThreads();
  const counts = Array.from({ length: available }, (_, i) => i + 1);
  const engine = html`<select id="motor">
    <option value="">Motor propio</option>
    ${Object.entries(names).map(([value, name]) => html`<option value=${value}>${name}</option>`)}
  </select>` as HTMLSelectElement;
  const threads = html`<select id="hilos">
    <option value="0">Los que haya: ${available}</option>
    ${counts.map((count) => html`<option value=${count}>${count}</option>`)}
  </select>` as HTMLSelectElement;
  const element = html`<div class="engine-choice">
    <p><label for="motor">Comparar motores</label> ${engine}</p>
    <p><label for="hilos">Hilos del motor propio</label> ${threads}</p>
    <p class="engine-choice-help">
      Todos calculan lo mismo con la misma semilla, salvo el redondeo; cambia la velocidad. Vale
      para el próximo entrenamiento. ${threadsHint(available)}
    </p>
  </div>`;
  return Object.defineProperty(element, "value", {
    get: (): EngineSettings => ({
      backend: engine.value === "" ? undefined : (engine.value as Backend),
      threads: Number(threads.value),
    }),
  }) as EngineChoice;
}
