// A button that loads something heavy: progress in bytes, a way to cancel, and a message with a way
// to retry. An input for `view()`: its value is undefined, or the initial one, until everything has arrived.
import { html } from "htl";
import { formatBytes } from "../lib/format.js";
import { progressBar } from "./progressBar.js";

export interface LoadProgress {
  receivedBytes: number;
  totalBytes: number;
  /** What is arriving now, for the reader. */
  label?: string;
}

export type Load<T> = (options: {
  onProgress: (progress: LoadProgress) => void;
  signal: AbortSignal;
}) => Promise<T>;

export interface LoadPanelOptions<T> {
  label?: string;
  /** What the download costs, told before it starts. */
  sizeBytes?: number;
  /** The sentence shown once the value has arrived. */
  describe?: (value: T) => string;
  /** What the value is before anything has loaded: while it is undefined, cells that use it wait. */
  initial?: T;
  /** The cell's `invalidation`: a load under way is cancelled by it. */
  invalidation?: Promise<unknown>;
}

/** The panel; it dispatches `input` when its value has loaded. */
export function loadPanel<T>(
  load: Load<T>,
  {
    label = "Cargar los datos",
    sizeBytes,
    describe = () => "Datos cargados.",
    initial,
    invalidation,
  }: LoadPanelOptions<T> = {},
): HTMLElement & { value: T | undefined } {
  const controls = html`<div class="load-controls"></div>`;
  const bar = progressBar({ label });
  const bytes = html`<p class="load-bytes"></p>`;
  const progressView = html`<div hidden>${bar.element}${bytes}</div>`;
  const status = html`<p class="load-status" role="status"></p>`;
  const alert = html`<p class="load-alert" role="alert"></p>`;
  const panel = html`<div class="load-panel" role="group" aria-label=${label}>
    ${controls}${progressView}${status}${alert}
  </div>`;
  const result = Object.assign(panel, { value: initial });
  let controller = new AbortController();
  void invalidation?.then(() => {
    controller.abort();
  });

  function show(nodes: Node[], { progress = false, message = "", problem = "" } = {}): void {
    const hadFocus = controls.contains(document.activeElement);
    controls.replaceChildren(...nodes);
    progressView.hidden = !progress;
    status.textContent = message;
    alert.textContent = problem;
    if (hadFocus) (controls.querySelector("button") ?? panel).focus();
  }

  function showProgress({ receivedBytes, totalBytes, label: part }: LoadProgress): void {
    const amount = `${formatBytes(receivedBytes)} de ${formatBytes(totalBytes)}`;
    bar.set(totalBytes > 0 ? Math.min(1, receivedBytes / totalBytes) : 0, amount);
    bytes.textContent = part === undefined ? amount : `${amount} · ${part}`;
  }

  const size = sizeBytes === undefined ? "" : ` (${formatBytes(sizeBytes)})`;
  const startButton = (text: string) =>
    html`<button type="button" class="primary" onclick=${() => void start()}>${text}</button>`;
  const cancelButton = html`<button
    type="button"
    onclick=${() => {
      controller.abort();
    }}
  >
    Cancelar
  </button>`;

  async function start(): Promise<void> {
    controller = new AbortController();
    const { signal } = controller;
    showProgress({ receivedBytes: 0, totalBytes: sizeBytes ?? 0 });
    show([cancelButton], { progress: true, message: "Cargando…" });
    try {
      const value = await load({ onProgress: showProgress, signal });
      if (signal.aborted) throw new DOMException("cancelled", "AbortError");
      result.value = value;
      panel.tabIndex = -1;
      show([], { message: `✓ ${describe(value)}` });
      panel.dispatchEvent(new CustomEvent("input", { bubbles: true }));
    } catch (error) {
      if (signal.aborted) {
        show([startButton(label + size)], { message: "Carga cancelada." });
      } else {
        const problem = error instanceof Error ? error.message : String(error);
        show([startButton("Reintentar")], { problem });
      }
    }
  }

  show([startButton(label + size)]);
  return result;
}
