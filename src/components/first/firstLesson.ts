// The button of the first page: trains a network here, from nothing, and lets the garments' verdicts flip as it
// learns. Until it is pressed they are those of the reference run.
import { html } from "htl";
import { garmentVerdicts, type Verdicts } from "./garmentVerdicts.js";
import { viewPlayer } from "./viewPlayer.js";
import { progressBar } from "../parts/progressBar.js";
import { writeText } from "../parts/writeText.js";
import { errorMessage } from "../../lib/errors/errorMessage.js";
import { formatDecimal, formatInteger, formatPercent } from "../../lib/text/format.js";
import type { ImageSet } from "../../lib/dataset/dataset.js";
import { type FirstView, SHOWN_IMAGES } from "../../training/first/firstSteps.js";
import type { JobOptions } from "../../training/worker/runJob.js";

export interface FirstLessonOptions {
  /** The shown ones are the first of them; a network is judged by all. */
  images: ImageSet;
  /** What stands there before. */
  reference: Verdicts;
  train: (seed: number, options: JobOptions<FirstView>) => Promise<unknown>;
  /** The cell's: a training under way ends. */
  invalidation: Promise<unknown>;
}

const START = "Entrena una aquí, en un segundo";
const AGAIN = "Otra vez, desde otro azar";

export function firstLesson(options: FirstLessonOptions): HTMLElement {
  const { images, reference, train, invalidation } = options;
  const verdicts = garmentVerdicts(images, SHOWN_IMAGES);
  const controls = lessonControls();
  const controller = new AbortController();
  void invalidation.then(() => {
    controller.abort();
  });
  let seed = 0;
  const of = `de ${formatInteger(images.count)} fotos nuevas`;
  const player = viewPlayer<FirstView>((view) => {
    verdicts.show({ ...view, of: `${of}, tras mirar ${formatInteger(view.seen)}` });
  });

  async function learn(): Promise<void> {
    seed++;
    controls.begin();
    const startedAt = performance.now();
    try {
      await train(seed, {
        signal: controller.signal,
        onProgress: ({ ratio, text, detail: view }) => {
          controls.progress(ratio, text);
          if (view) player.add(view);
        },
      });
      const seconds = (performance.now() - startedAt) / 1000;
      controls.end(describe(await player.ended(), seconds), AGAIN);
    } catch (error) {
      if (controller.signal.aborted) return;
      verdicts.show(reference);
      controls.end(errorMessage(error), "Reintentar");
    }
  }
  controls.button.onclick = () => {
    if (controls.button.ariaDisabled !== "true") void learn();
  };
  verdicts.show(reference);
  return html`<div class="first-lesson">${controls.element}${verdicts.element}</div>`;
}

/** The button, the progress and what is said. */
function lessonControls() {
  const bar = progressBar({ label: "Progreso del entrenamiento" });
  const button = html`<button type="button" class="primary">${START}</button>` as HTMLButtonElement;
  const status = html`<p class="first-status" role="status"></p>`;
  bar.element.hidden = true;
  return {
    element: html`<div class="first-controls">${button}${bar.element}${status}</div>`,
    button,
    begin() {
      button.setAttribute("aria-disabled", "true"); // the keyboard stays on it
      bar.set(0, "");
      bar.element.hidden = false;
    },
    progress(ratio: number, text: string) {
      bar.set(ratio, text);
      writeText(status, text);
    },
    end(text: string, again: string) {
      writeText(status, text);
      button.textContent = again;
      button.removeAttribute("aria-disabled");
      bar.element.hidden = true;
    },
  };
}

function describe({ accuracy, seen }: FirstView, seconds: number): string {
  return (
    `En ${formatDecimal(seconds, 1)} s, y sin salir de tu navegador, esta red ha mirado ${formatInteger(seen)} fotos, ` +
    `las mismas mil una y otra vez, y ya acierta el ${formatPercent(accuracy, 0)} de otras.`
  );
}
