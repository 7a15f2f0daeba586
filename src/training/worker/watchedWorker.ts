// A worker as its page holds it: what it is sent and says, and whether it is still there. A lock that it
// holds tells for certain that it has ended; a question every few seconds tells that it does not answer,
// counted in questions and not by the clock, for the timers of a hidden tab sleep.
import type { Loss } from "./lostWorker.js";

const ASK_INTERVAL_MS = 5000;
/** Questions without an answer that make a silence. */
const PATIENCE = 6;

/** Between the page and answerPage.ts, beside what the worker is there for. */
export type WatchReply = { type: "ready"; lock: string | undefined } | { type: "answer" };
export interface WatchRequest {
  type: "ask";
}

export interface WorkerListener<Reply> {
  onReply(reply: Reply): void;
  /** It is gone, and nothing more comes. */
  onLost(loss: Loss): void;
  /** It has not answered for so many seconds at least; 0: it has answered again. */
  onSilence(seconds: number): void;
}

export class WatchedWorker<Request, Reply> {
  /** Who is told; nobody while the worker is idle. */
  listener: WorkerListener<Reply> | undefined;
  private readonly worker: Worker | undefined;
  private readonly ending = new AbortController();
  private readonly timer: ReturnType<typeof setInterval>;
  private isReady = false;
  private unanswered = 0;

  /** @param start throws where the browser has or allows no workers, which the listener is then told */
  constructor(start: () => Worker) {
    this.timer = setInterval(() => {
      this.ask();
    }, ASK_INTERVAL_MS);
    try {
      this.worker = start();
    } catch {
      queueMicrotask(() => {
        this.lose({ kind: "forbidden" });
      });
      return;
    }
    this.worker.onerror = (event) => {
      event.preventDefault();
      const reason = (event as Partial<ErrorEvent>).message ?? ""; // a script that is missing has none
      if (reason !== "") this.lose({ kind: "failed", reason });
      else this.lose({ kind: this.isReady ? "ended" : "notStarted" });
    };
    this.worker.onmessage = ({ data }: MessageEvent<Reply | WatchReply>) => {
      this.hear(data);
    };
  }

  /** Whether the worker has ended. */
  get isOver(): boolean {
    return this.ending.signal.aborted;
  }

  get isSilent(): boolean {
    return this.unanswered > PATIENCE;
  }

  send(request: Request): void {
    this.worker?.postMessage(request);
  }

  /** Ends it at once; the listener hears nothing more. */
  terminate(): void {
    this.listener = undefined;
    this.end();
  }

  /** Ends it, and tells the listener so. */
  lose(loss: Loss): void {
    if (this.isOver) return;
    const { listener } = this;
    this.terminate();
    listener?.onLost(loss);
  }

  private end(): void {
    clearInterval(this.timer);
    this.ending.abort();
    this.worker?.terminate();
  }

  private ask(): void {
    this.unanswered++;
    if (this.isSilent) this.listener?.onSilence((this.unanswered - 1) * (ASK_INTERVAL_MS / 1000));
    const question: WatchRequest = { type: "ask" };
    this.worker?.postMessage(question);
  }

  private hear(data: Reply | WatchReply): void {
    if (this.isOver) return;
    if (this.isSilent) this.listener?.onSilence(0);
    this.unanswered = 0;
    if (!isWatchReply(data)) this.listener?.onReply(data);
    else if (data.type === "ready") {
      this.isReady = true;
      if (data.lock !== undefined) void this.waitForItsEnd(data.lock);
    }
  }

  /** The browser gives the lock away when the worker has ended, however it ended. */
  private async waitForItsEnd(lock: string): Promise<void> {
    const { signal } = this.ending;
    const ended = () => {
      this.lose({ kind: "ended" });
    };
    await navigator.locks.request(lock, { signal }, ended).catch(() => undefined);
  }
}

function isWatchReply(data: unknown): data is WatchReply {
  const type = (data as { type?: unknown } | null)?.type;
  return type === "ready" || type === "answer";
}
