// What becomes of a picture that the reader brings: the garment, the steps to it, or why there is none.
import { html } from "htl";
import { preparationSteps } from "./preparationSteps.js";
import type { Garment } from "../../../lib/dataset/garment.js";
import type { Picture } from "../../../lib/dataset/preparation/picture.js";
import {
  type Preparation,
  prepareGarment,
} from "../../../lib/dataset/preparation/prepareGarment.js";
import { errorMessage } from "../../../lib/errors/errorMessage.js";
import { panelButton } from "../../parts/buttons/panelButton.js";

export interface PreparedGarment {
  element: HTMLElement;
  /**
   * Shows the steps and hands the garment over; of several pictures the last that was asked for counts. Never
   * rejects: what fails is told, and the garment of before stays.
   */
  prepare: (incoming: () => Promise<Incoming>) => Promise<void>;
  /** The same, but the garment is only offered: another one is chosen. */
  offer: (incoming: () => Promise<Incoming>) => Promise<void>;
  /** There is no picture any more, and this is why. */
  clear: (reason: string) => void;
  /** The chosen garment comes from elsewhere now: this one may be taken again. */
  leave: () => void;
}

export interface Incoming {
  picture: Picture;
  origin: Garment["origin"];
  /** What the reader should know of it. */
  notice?: string | undefined;
}

/** @param again the button that takes the garment once more */
export function preparedGarment(
  again: string,
  onGarment: (garment: Garment) => void,
): PreparedGarment {
  let garment: Garment | undefined;
  let asked = 0;
  const view = preparedView(again, () => {
    hold(garment!, { isChosen: true });
  });
  function hold(next: Garment, { isChosen }: { isChosen: boolean }): void {
    garment = next;
    view.offerAgain(!isChosen);
    if (isChosen) onGarment(next);
  }
  async function take(incoming: () => Promise<Incoming>, isChosen: boolean) {
    const turn = ++asked;
    try {
      const { preparation, remark, made } = await preparationOf(incoming);
      if (turn !== asked) return;
      view.showSteps(preparation, remark);
      hold(made, { isChosen });
    } catch (error) {
      if (turn === asked) view.tell(`${errorMessage(error)} De momento sigue la prenda de antes.`);
    }
  }
  return {
    element: view.element,
    prepare: (incoming) => take(incoming, true),
    offer: (incoming) => take(incoming, false),
    clear(reason) {
      asked++;
      garment = undefined;
      view.clear(reason);
    },
    leave() {
      view.offerAgain(garment !== undefined);
    },
  };
}

/** The garment that is made of a picture, and what is shown and said of it. */
async function preparationOf(incoming: () => Promise<Incoming>) {
  const { picture, origin, notice } = await incoming();
  const preparation = prepareGarment(picture);
  const made: Garment = { pixels: preparation.pixels, origin };
  return { preparation, remark: remarks(preparation, notice), made };
}

function preparedView(again: string, onAgain: () => void) {
  const alert = html`<p class="work-alert" role="alert"></p>`;
  const status = html`<p class="figure-label" role="status"></p>`;
  const steps = html`<div></div>`;
  const takeAgain = panelButton(again, onAgain);
  takeAgain.hidden = true;
  return {
    element: html`<div>${alert}${takeAgain}${status}${steps}</div>`,
    showSteps(preparation: Preparation, remark: string) {
      steps.replaceChildren(preparationSteps(preparation));
      status.textContent = remark;
      alert.textContent = "";
    },
    tell(problem: string) {
      alert.textContent = problem;
    },
    clear(reason: string) {
      steps.replaceChildren();
      takeAgain.hidden = true;
      status.textContent = reason;
      alert.textContent = "";
    },
    offerAgain(isOffered: boolean) {
      takeAgain.hidden = !isOffered;
    },
  };
}

/** With a warning where the background is not plain: then nothing can be trimmed. */
function remarks({ steps }: Preparation, remark = ""): string {
  const [thumbnail, trimmed] = [steps[0]!.picture, steps[2]!.picture];
  const isWhole = thumbnail.width === trimmed.width && thumbnail.height === trimmed.height;
  const warning = isWhole
    ? "No hay bordes lisos que recortar, así que la red ve la imagen entera. Si el fondo no es liso, prueba con la prenda sobre una pared o una sábana de un solo color."
    : "";
  return `${remark} ${warning}`.trim();
}
