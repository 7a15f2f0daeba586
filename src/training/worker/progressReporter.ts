// Tells the page how a run goes on: once a second, or at once when its status changes, and only what is
// new, so that neither side is kept busy by the telling.
import type { Reply } from "./messages.js";
import { TimeLeft } from "../loop/timeLeft.js";
import type { Steps } from "../loop/trainRun.js";
import type { Run } from "../../lib/run/run.js";

const REPORT_INTERVAL_MS = 1000;

export class ProgressReporter {
  private readonly timeLeft: TimeLeft;
  private readonly sent: {
    curve: number;
    thousands: number;
    epochs: number;
    status?: Run["status"];
  };
  private reportedAt = -Infinity;
  private batch: number;
  private loss = NaN;
  private isSaved: boolean;

  constructor(
    private readonly run: Run,
    private readonly post: (reply: Reply) => void,
  ) {
    const { curve, thousands, epochs } = run.history;
    this.sent = { curve: curve.length, thousands: thousands.length, epochs: epochs.length };
    this.timeLeft = new TimeLeft(run.hyperparameters);
    this.batch = run.checkpoint.batch;
    this.isSaved = this.batch > 0; // it has been taken up again
  }

  onSteps({ batch, count, seconds, loss }: Steps): void {
    this.timeLeft.recordSteps(count, seconds);
    this.batch = batch;
    this.loss = loss;
    this.reportIfDue();
  }

  /** Told with the save that follows. */
  onEpoch(evaluationSeconds: number): void {
    this.timeLeft.recordEvaluation(evaluationSeconds);
  }

  onSave(saved: boolean): void {
    this.isSaved = saved;
    this.reportIfDue();
  }

  private reportIfDue(): void {
    const { history, status } = this.run;
    const isFirstPoint = this.sent.curve === 0 && history.curve.length > 0;
    const isOld = performance.now() - this.reportedAt >= REPORT_INTERVAL_MS;
    if (isFirstPoint || isOld || status !== this.sent.status) this.report();
  }

  private report(): void {
    const { history, status, engine } = this.run;
    const newHistory = {
      curve: history.curve.slice(this.sent.curve),
      thousands: history.thousands.slice(this.sent.thousands),
      epochs: history.epochs.slice(this.sent.epochs),
      ...(history.rateChanges && { rateChanges: history.rateChanges }), // whole: they are few
    };
    this.sent.curve = history.curve.length;
    this.sent.thousands = history.thousands.length;
    this.sent.epochs = history.epochs.length;
    this.sent.status = status;
    this.reportedAt = performance.now();
    this.post({
      type: "progress",
      progress: {
        status,
        engine,
        batch: this.batch,
        loss: this.loss,
        imagesPerSecond: this.timeLeft.imagesPerSecond,
        secondsLeft: this.timeLeft.seconds(this.batch),
        newHistory,
        isSaved: this.isSaved,
      },
    });
  }
}
