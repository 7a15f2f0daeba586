// The place in the panel of a sweep where one that was left in the middle is offered, as it stands now.
import { html } from "htl";
import { describeUnfinished } from "../../lib/sweep/describeSweep.js";
import type { Sweep } from "../../lib/sweep/sweep.js";
import type { SweepTally } from "../../lib/sweep/sweepResults.js";

export interface SweepOfferOptions {
  /** How many of its runs are done, and deleted, now. */
  tally: (sweep: Sweep) => SweepTally;
  goOn: (sweep: Sweep) => void;
  /** The reader does not want to go on with it. */
  leave: (sweep: Sweep) => void;
}

export interface SweepOffer {
  element: HTMLElement;
  make: (sweep: Sweep) => void;
  withdraw: () => void;
  /** Its runs have changed. */
  update: () => void;
}

export function sweepOffer({ tally, goOn, leave }: SweepOfferOptions): SweepOffer {
  const element = html`<div></div>`;
  const text = html`<p></p>`;
  let offered: Sweep | undefined;
  const update = () => {
    if (offered) text.textContent = describeUnfinished(tally(offered));
  };
  return {
    element,
    make(sweep) {
      offered = sweep;
      update();
      const again = () => {
        goOn(sweep);
      };
      const dismiss = () => {
        leave(sweep);
      };
      element.replaceChildren(
        html`<div class="callout">
          ${text}
          <div class="training-controls">
            <button type="button" class="primary" onclick=${again}>Seguir con el barrido</button>
            <button type="button" onclick=${dismiss}>Dejarlo así</button>
          </div>
        </div>`,
      );
    },
    withdraw() {
      offered = undefined;
      element.replaceChildren();
    },
    update,
  };
}
