// Takes a sweep to its end, one run after the other, through the training worker. What is done is what
// the store holds, so that a sweep that was interrupted goes on where it stood, the run under way from
// its checkpoint, and with what the reader had deleted of it. Only one tab conducts.
import { holdAlone } from "../worker/holdAlone.js";
import type { TrainingSession } from "./startTraining.js";
import { type BeginTraining, startSweepRun, type SweepListener } from "./sweepRun.js";
import { readSweeps } from "../../lib/store/readSweeps.js";
import { isOver } from "../../lib/run/run.js";
import type { RunStore } from "../../lib/store/runStore.js";
import type { Sweep } from "../../lib/sweep/sweep.js";
import { sweepTally } from "../../lib/sweep/sweepResults.js";
import { errorMessage } from "../../lib/errors/errorMessage.js";

export interface SweepSession {
  /** At once, or between two runs at the beginning of the next one. */
  pause(): void;
  resume(): void;
  /** Ends the run under way where it stands, and leaves out the others. */
  cancel(): void;
  /** Ends at once, as when the page is left. */
  terminate(): void;
}

const BUSY =
  "Otra pestaña está haciendo un barrido. Cuando acabe, o si la cierras, puedes seguir aquí.";

interface Context {
  store: RunStore;
  begin: BeginTraining;
  listener: SweepListener;
}

/** Begins at once; the listener hears of all that happens. */
export function conductSweep(sweep: Sweep, context: Context): SweepSession {
  const conductor = new SweepConductor(sweep, context);
  conductor.start();
  return conductor;
}

class SweepConductor implements SweepSession {
  /** The training of the run under way. */
  private session: TrainingSession | undefined;
  private wish: "go" | "cancel" | "terminate" = "go";
  private isPaused = false;
  /** Not while it waits for another tab's, which may go on: what never began is not saved. */
  private hasBegun = false;
  private isSaved = false;

  constructor(
    private readonly sweep: Sweep,
    private readonly context: Context,
  ) {}

  start(): void {
    holdAlone("barrido", { busy: BUSY, work: () => this.conduct() }).catch((error: unknown) => {
      if (this.wish !== "terminate")
        this.context.listener.onFailed(errorMessage(error), this.isSaved);
    });
  }

  pause(): void {
    this.session?.pause();
    this.setPaused(true);
  }

  resume(): void {
    this.session?.resume();
    this.setPaused(false);
  }

  cancel(): void {
    this.wish = "cancel";
    this.session?.stop();
  }

  terminate(): void {
    this.wish = "terminate";
    this.session?.terminate();
  }

  private async conduct(): Promise<void> {
    const { sweep } = this;
    const { store, listener } = this.context;
    this.hasBegun = true;
    await this.save(this.isPaused ? "paused" : "running");
    for (const [index, id] of sweep.runIds.entries()) {
      if (this.wish !== "go") break;
      await store.restore(id); // trained again it would be the same, to the bit
      const saved = await store.get(id);
      if (saved && isOver(saved)) continue;
      await this.train(index);
    }
    if (this.wish === "terminate") return;
    await this.save(this.wish === "cancel" ? "cancelled" : "finished");
    listener.onEnded(sweep, sweepTally(sweep, await readSweeps(store)));
  }

  private train(index: number): Promise<void> {
    const { session, ended } = startSweepRun(this.sweep, index, {
      ...this.context,
      onStarted: () => {
        if (this.wish === "cancel") this.session?.stop();
        else if (this.isPaused) this.session?.pause();
      },
    });
    this.session = session;
    return ended;
  }

  private async save(status: Sweep["status"]): Promise<void> {
    this.sweep.status = status;
    await this.context.store.saveSweep(this.sweep);
    this.isSaved = true;
  }

  /** The sweep goes on even if it cannot be saved as it is now. */
  private setPaused(paused: boolean): void {
    this.isPaused = paused;
    if (!this.hasBegun) return;
    this.save(paused ? "paused" : "running").catch((error: unknown) => {
      this.context.listener.onNotice({ about: "saving", message: errorMessage(error) });
    });
  }
}

/** Nobody goes on with it. Rejects, in Spanish, while another tab conducts one. */
export function dismissSweep(sweep: Sweep, store: RunStore): Promise<void> {
  const work = () => store.saveSweep({ ...sweep, status: "cancelled" });
  return holdAlone("barrido", { busy: BUSY, work });
}
