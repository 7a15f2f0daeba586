// The panel of a training: joins the machine, the view and the session that computes, which is handed in.
// It also offers the run that an earlier visit left unfinished, and tells when a run is deleted meanwhile.
import {
  type DeletedRunNote,
  deletedRunNote,
  type DeletedRunNoteOptions,
} from "../../runs/deletedRunNote.js";
import { runLink } from "../../runs/runLink.js";
import { type RunOffer, runOffer } from "./runOffer.js";
import { trainingListener } from "./trainingListener.js";
import { type TrainingEvent, trainingMachine } from "./trainingMachine.js";
import { initialTraining } from "./trainingState.js";
import { type TrainingView, trainingView } from "./trainingView.js";
import { hyperparameterProblems } from "../../../lib/run/hyperparameters.js";
import { presentRate, type Run } from "../../../lib/run/run.js";
import type { Advance, ResumeOptions } from "../../../training/loop/control.js";
import type { TrainingListener, TrainingSession } from "../../../training/start/startTraining.js";
import type { ConfiguredStart, TrainingStart } from "../../../training/worker/messages.js";
import { errorMessage } from "../../../lib/errors/errorMessage.js";

export interface TrainingPanelOptions extends DeletedRunNoteOptions {
  /** @param advance how far before it pauses; left out: to the end */
  begin: (start: TrainingStart, listener: TrainingListener, advance?: Advance) => TrainingSession;
  /** What the next run is made from, sound or not; throws, in Spanish, where its network is gone. */
  configuration: () => ConfiguredStart;
  /** The run to go on with, if it is not over, or undefined. Rejects if nothing can be saved. */
  runToOffer: () => Promise<Run | undefined>;
  /** The run as a file, for a browser that cannot save it. */
  exported: (run: Run) => Promise<BlobPart>;
  /** Called whenever there is something new to draw. */
  show: (run: Run) => void;
}

export type TrainingPanel = HTMLElement & {
  /** Something in the store has changed. */
  update(): Promise<void>;
};

export function trainingPanel(options: TrainingPanelOptions): TrainingPanel {
  const control = new PanelControl(options);
  const update = () => control.update();
  return Object.assign(control.element, { update });
}

/** How a training began, to begin it again after a failure. */
interface Attempt {
  from: TrainingStart;
  advance: Advance | undefined;
}

class PanelControl {
  private state = initialTraining;
  private session: TrainingSession | undefined;
  private attempt: Attempt | undefined;
  private readonly offer: RunOffer;
  private readonly deletedNote: DeletedRunNote;
  private readonly view: TrainingView;

  constructor(private readonly options: TrainingPanelOptions) {
    this.deletedNote = deletedRunNote(options);
    this.offer = runOffer({
      read: options.runToOffer,
      goOn: (run, resumed) => {
        this.goOn(run, resumed);
      },
    });
    this.view = trainingView({
      offer: this.offer.element,
      deletedNote: this.deletedNote,
      exported: options.exported,
      linkOf: runLink,
      train: (advance) => {
        this.train(advance);
      },
      pause: () => {
        this.session?.pause();
        this.send({ type: "pauseAsked" });
      },
      resume: (resumed) => {
        this.resume(resumed);
      },
      stop: () => {
        this.stop();
      },
      retry: () => {
        void this.retry();
      },
    });
    void this.offerFirst();
  }

  get element(): HTMLElement {
    return this.view.element;
  }

  async update(): Promise<void> {
    await Promise.all([this.deletedNote.update(), this.offer.update()]);
  }

  private send(event: TrainingEvent): void {
    this.state = trainingMachine(this.state, event);
    this.view.render(this.state);
  }

  /** Tells what is wrong with the rates and sizes that the reader has set; whether nothing is. */
  private areSound(hyperparameters: Run["hyperparameters"]): boolean {
    const problems = hyperparameterProblems(hyperparameters);
    this.send({ type: "checked", problems });
    return problems.length === 0;
  }

  private train(advance?: Advance): void {
    try {
      const configured = this.options.configuration();
      if (this.areSound(configured.hyperparameters)) this.begin(configured, advance);
    } catch (error) {
      this.send({ type: "checked", problems: [{ message: errorMessage(error) }] });
    }
  }

  private goOn(run: Run, { advance, learningRate }: ResumeOptions): void {
    if (this.isSoundRate(run, learningRate))
      this.begin({ from: "save", runId: run.id, learningRate }, advance);
  }

  private resume(resumed: ResumeOptions): void {
    const { activity } = this.state;
    if (activity.phase !== "paused" || !this.isSoundRate(activity.run, resumed.learningRate))
      return;
    this.session?.resume(resumed);
    this.send({ type: "resumeAsked", advance: resumed.advance });
  }

  private isSoundRate(run: Run, learningRate = presentRate(run)): boolean {
    return this.areSound({ ...run.hyperparameters, learningRate });
  }

  /** Before the first step there is nothing to save. */
  private stop(): void {
    const { phase } = this.state.activity;
    if (phase === "loading" || phase === "preparing") this.session?.terminate();
    else this.session?.stop();
    this.send({ type: "stopAsked" });
  }

  private begin(from: TrainingStart, advance?: Advance): void {
    this.attempt = { from, advance };
    this.offer.withdraw();
    this.deletedNote.watch(undefined);
    this.send({ type: "begun", advance });
    this.session = this.options.begin(from, this.listener(), advance);
  }

  /** After a failure: from the last save if this run had one, at its present rate; else as it began. */
  private async retry(): Promise<void> {
    const { activity } = this.state;
    const { from, advance } = this.attempt!;
    const failed = activity.phase === "failed" ? activity.run : undefined;
    const saved = failed && (await this.options.record(failed.id).catch(() => undefined));
    if (this.state.activity !== activity) return; // begun meanwhile, by another press
    this.begin(
      saved ? { from: "save", runId: saved.id, learningRate: presentRate(failed) } : from,
      advance,
    );
  }

  private listener(): TrainingListener {
    return trainingListener({
      send: (event) => {
        this.send(event);
      },
      show: this.options.show,
      started: (run) => {
        this.deletedNote.watch(run.id);
      },
      stopped: (run) => {
        if (!this.state.unsaved) this.offerRun(run);
      },
    });
  }

  private async offerFirst(): Promise<void> {
    try {
      const run = await this.options.runToOffer();
      if (run && this.state.activity.phase === "none") this.offerRun(run);
    } catch (error) {
      const message = errorMessage(error);
      this.send({ type: "noticed", notice: { about: "saving", message } });
    }
  }

  private offerRun(run: Run): void {
    if (!this.offer.make(run)) return;
    this.deletedNote.watch(run.id);
    this.options.show(run);
  }
}
