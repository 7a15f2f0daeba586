// What the reader wants of a training that is under way: go on, pause or stop. The loop asks between
// groups of steps, and lets waiting messages in first, without timers, which hidden tabs slow down.
export class TrainingControl {
  wish: "go" | "pause" | "stop" = "go";
  private wake: (() => void) | undefined;

  pause(): void {
    if (this.wish === "go") this.wish = "pause";
  }

  resume(): void {
    if (this.wish !== "pause") return;
    this.wish = "go";
    this.wake?.();
  }

  stop(): void {
    this.wish = "stop";
    this.wake?.();
  }

  /** Resolves at once if not paused, else when training goes on or is stopped. */
  async untilNotPaused(): Promise<void> {
    if (this.wish === "pause") {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  /** Lets the messages that wait be handled. */
  async breathe(): Promise<void> {
    const { port1, port2 } = new MessageChannel();
    await new Promise<void>((resolve) => {
      port1.onmessage = () => {
        resolve();
      };
      port2.postMessage(null);
    });
    port1.close();
  }
}
