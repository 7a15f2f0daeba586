// Put into a page of the built site before its own scripts: notes what the training worker is asked and
// when it reports, and when the first point of a new loss curve is drawn. It changes nothing.
// The same probe runs in an empty page, which starts the same worker and draws nothing.

export interface PageProbe {
  /** Presses the button; resolves to the milliseconds until a new curve has its first point. */
  pressAndAwaitFirstPoint(buttonText: string): Promise<number>;
  /** The worker's address and what it was asked up to the training, for a page without figures. */
  record: WorkerRecord | undefined;
  /** Starts that worker here; resolves when its training has ended. */
  replay(record: WorkerRecord): Promise<void>;
  /** Steps a second between the first and the last report of the latest training that has ended. */
  speed(): number;
  /** Trainings that have ended so far. */
  ended: number;
  /** Milliseconds of the page's tasks over 50 ms, from the pressing of the button on. */
  longTasks: number[];
}

export interface WorkerRecord {
  url: string;
  messages: unknown[];
}

interface Report {
  /** Milliseconds of the page's clock. */
  at: number;
  /** Batches done. */
  batch: number;
}

interface Reply {
  type?: string;
  progress?: { batch: number };
}

const LINE = ".loss-line";

let reports: Report[] = [];
let finished: Report[] = [];

const probe: PageProbe = {
  ended: 0,
  longTasks: [],
  record: undefined,

  async pressAndAwaitFirstPoint(buttonText) {
    const buttons = [...document.querySelectorAll("button")];
    const button = buttons.find((candidate) => candidate.textContent.trim() === buttonText);
    if (!button) throw new Error(`a button "${buttonText}" expected, none found`);
    const old = new Set(drawn());
    const startedAt = performance.now();
    watchTasks();
    const first = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!drawn().some((line) => !old.has(line))) return;
        observer.disconnect();
        resolve(performance.now() - startedAt);
      });
      observer.observe(document.body, {
        childList: true,
        subtree: true,
        attributes: true,
        attributeFilter: ["d"],
      });
    });
    button.click();
    return first;
  },

  async replay({ url, messages }) {
    const endings = probe.ended;
    const worker = new Worker(url, { type: "module" });
    for (const message of messages) worker.postMessage(message);
    await new Promise<void>((resolve) => {
      worker.addEventListener("message", () => {
        if (probe.ended > endings) resolve();
      });
    });
    worker.terminate();
  },

  speed() {
    const [first, last] = [finished[0], finished.at(-1)];
    if (!first || !last || first === last) throw new Error("two reports of a training expected");
    return (1000 * (last.batch - first.batch)) / (last.at - first.at);
  },
};

function watchTasks(): void {
  taskObserver.disconnect();
  probe.longTasks = [];
  taskObserver.observe({ type: "longtask" });
}

const taskObserver = new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) probe.longTasks.push(duration);
});

/** The curves that show at least one point. */
function drawn(): string[] {
  const lines = [...document.querySelectorAll(LINE)];
  return lines.map((line) => line.getAttribute("d") ?? "").filter((d) => d !== "");
}

class ProbedWorker extends Worker {
  private readonly asked: WorkerRecord;

  constructor(url: string | URL, options?: WorkerOptions) {
    super(url, options);
    this.asked = { url: String(url), messages: [] };
    this.addEventListener("message", ({ data }: MessageEvent<Reply | undefined>) => {
      note(data);
    });
  }

  override postMessage(message: unknown, ...rest: unknown[]): void {
    this.asked.messages.push(message);
    if ((message as Reply | null)?.type === "train") {
      probe.record ??= { ...this.asked, messages: [...this.asked.messages] };
      reports = [];
    }
    super.postMessage(message, ...(rest as [Transferable[]]));
  }
}

function note(reply: Reply | undefined): void {
  if (reply?.type === "progress") {
    reports.push({ at: performance.now(), batch: reply.progress!.batch });
  } else if (reply?.type === "ended") {
    finished = reports;
    probe.ended++;
  }
}

Object.assign(globalThis, { Worker: ProbedWorker, probe });
