// What the reader wants of a training that is under way: go on, pause or stop. The loop asks between
// groups of steps.

/** How far to go before pausing: one step, which is looked at closely, or to the end of the epoch. */
export type Advance = "step" | "epoch";

export interface ResumeOptions {
  /** Left out: to the end of the run. */
  advance?: Advance | undefined;
  /** From the next step on; left out: as before. */
  learningRate?: number | undefined;
}

export class TrainingControl {
  wish: "go" | "pause" | "stop" = "go";
  private wake: (() => void) | undefined;
  private newRate: number | undefined;

  constructor(private advance?: Advance) {}

  pause(): void {
    if (this.wish === "go") this.wish = "pause";
  }

  resume({ advance, learningRate }: ResumeOptions = {}): void {
    if (this.wish !== "pause") return;
    this.advance = advance;
    this.newRate = learningRate;
    this.wish = "go";
    this.wake?.();
  }

  stop(): void {
    this.wish = "stop";
    this.wake?.();
  }

  /** Whether the next group is one step, to be looked at. */
  get isStepping(): boolean {
    return this.advance === "step";
  }

  /** Pauses if the reader wanted to go so far. */
  reached(place: Advance): void {
    if (this.advance === place) this.pause();
  }

  /** The learning rate that the reader has chosen since it was asked last, or undefined. */
  takeRate(): number | undefined {
    const rate = this.newRate;
    this.newRate = undefined;
    return rate;
  }

  /** Resolves at once if not paused, else when training goes on or is stopped. */
  async untilNotPaused(): Promise<void> {
    if (this.wish === "pause") {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }
}
