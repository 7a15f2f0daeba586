// The panel of a sweep: joins the machine, the view and the session that conducts it, which is handed in.
// It also offers the sweep that an earlier visit left unfinished, and tells when its run is deleted.
import {
  type DeletedRunNote,
  deletedRunNote,
  type DeletedRunNoteOptions,
} from "../runs/deletedRunNote.js";
import { initialSweep, type SweepEvent, sweepMachine } from "./sweepMachine.js";
import { type SweepOffer, sweepOffer } from "./sweepOffer.js";
import { type SweepView, sweepView } from "./sweepView.js";
import type { Sweep } from "../../lib/sweep/sweep.js";
import type { SweepTally } from "../../lib/sweep/sweepResults.js";
import { errorMessage } from "../../lib/errors/errorMessage.js";
import type { SweepSession } from "../../training/start/conductSweep.js";
import type { SweepListener } from "../../training/start/sweepRun.js";

export interface SweepPanelOptions extends DeletedRunNoteOptions {
  /** A new sweep; undefined if the plan is not sound. */
  create: () => Sweep | undefined;
  conduct: (sweep: Sweep, listener: SweepListener) => SweepSession;
  /** Left by an earlier visit, or under way in another tab. */
  unfinished: () => Sweep | undefined;
  /** The reader does not want to go on with it. Rejects, in Spanish, while another tab does. */
  dismiss: (sweep: Sweep) => Promise<void>;
  /** How far its runs are now. */
  tally: (sweep: Sweep) => SweepTally;
}

export type SweepPanel = HTMLElement & {
  /** Something in the store has changed. */
  update(): Promise<void>;
};

export function sweepPanel(options: SweepPanelOptions): SweepPanel {
  const control = new PanelControl(options);
  const update = () => control.update();
  return Object.assign(control.element, { update });
}

class PanelControl {
  private state = initialSweep;
  private session: SweepSession | undefined;
  private readonly offer: SweepOffer;
  private readonly deletedNote: DeletedRunNote;
  private readonly view: SweepView;

  constructor(private readonly options: SweepPanelOptions) {
    this.deletedNote = deletedRunNote(options);
    this.offer = sweepOffer({
      tally: options.tally,
      goOn: (sweep) => {
        this.begin(sweep, { isSaved: true });
      },
      leave: (sweep) => {
        void this.leave(sweep);
      },
    });
    this.view = sweepView({
      offer: this.offer.element,
      deletedNote: this.deletedNote,
      start: () => {
        this.start();
      },
      pause: () => {
        this.session?.pause();
        this.send({ type: "pauseAsked" });
      },
      resume: () => {
        this.session?.resume();
        this.send({ type: "resumeAsked" });
      },
      cancel: () => {
        this.session?.cancel();
        this.send({ type: "cancelAsked" });
      },
    });
    this.offerUnfinished();
  }

  get element(): HTMLElement {
    return this.view.element;
  }

  async update(): Promise<void> {
    if (this.options.unfinished() === undefined) this.offer.withdraw(); // another tab has ended it
    this.offer.update();
    await this.deletedNote.update();
  }

  private send(event: SweepEvent): void {
    this.state = sweepMachine(this.state, event);
    this.view.render(this.state);
  }

  private start(): void {
    const sweep = this.options.create();
    if (sweep) this.begin(sweep, { isSaved: false });
    else this.send({ type: "refused", message: "Corrige antes el plan." });
  }

  /** @param options.isSaved whether there is something to offer if it fails */
  private begin(sweep: Sweep, { isSaved }: { isSaved: boolean }): void {
    this.offer.withdraw();
    this.send({ type: "begun", sweep });
    this.session = this.options.conduct(sweep, {
      onProgress: (progress) => {
        this.deletedNote.watch(sweep.runIds[progress.index]);
        this.send({ type: "progress", progress });
      },
      onNotice: (notice) => {
        this.send({ type: "noticed", notice });
      },
      onEnded: (ended, tally) => {
        this.deletedNote.watch(undefined);
        this.send({ type: "ended", sweep: ended, tally });
      },
      onFailed: (message, isSavedNow) => {
        this.deletedNote.watch(undefined);
        this.send({ type: "failed", message });
        if (isSaved || isSavedNow) this.offer.make(sweep);
        else this.offerUnfinished();
      },
    });
  }

  private offerUnfinished(): void {
    const left = this.options.unfinished();
    if (left) this.offer.make(left);
  }

  private async leave(sweep: Sweep): Promise<void> {
    try {
      await this.options.dismiss(sweep);
      this.offer.withdraw();
      this.view.focusStart();
    } catch (error) {
      const message = errorMessage(error);
      this.send({ type: "refused", message });
    }
  }
}
