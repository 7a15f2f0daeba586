// One run of a cell, from its beginning until a later one takes its place or the reader stops it: what it
// shows, logs or fails with after that is nobody's, and its loops end at their next turn.
import { createLoopGuard } from "../compiler/loopGuard.js";
import { MadeTensors } from "./madeTensors.js";
import { NotebookError } from "../errors/notebookError.js";
import { ReaderError } from "../../lib/errors/readerError.js";

/** A later run of the cell has begun, or something that it uses has changed. */
export class OvertakenError extends ReaderError {
  override name = "OvertakenError";

  constructor() {
    super("La celda, o algo que usa, ha cambiado y se calcula otra vez.");
  }
}

/** The latest run in each block. */
const latestRuns = new WeakMap<Element, CellRun>();

export class CellRun {
  /** Rejects when the run is over before it has finished, whatever it still waits for. */
  readonly over: Promise<never>;
  private reason: Error | undefined;
  private outlivesChanges = false;
  private rejectOver!: (reason: Error) => void;
  private readonly guard = createLoopGuard();
  /** What a failure would leave in memory with nobody to free it. */
  private readonly tensors = new MadeTensors();

  /** @param invalidation resolves when the cell, or something that it uses, has changed */
  constructor(block: Element, invalidation: Promise<unknown>) {
    this.over = new Promise((_, reject) => (this.rejectOver = reject));
    this.over.catch(() => undefined); // most runs finish, and then nobody waits for this
    latestRuns.get(block)?.overtake();
    latestRuns.set(block, this);
    void invalidation.then(() => {
      if (!this.outlivesChanges) this.overtake();
    });
  }

  get isOver(): boolean {
    return this.reason !== undefined;
  }

  get isOvertaken(): boolean {
    return this.reason instanceof OvertakenError;
  }

  /** What it gave stays, and goes on working, until the next run begins, whatever changes before. */
  outliveChanges(onOver: () => void): void {
    this.outlivesChanges = true;
    this.over.catch(onOver);
  }

  stop(): void {
    this.end(
      new NotebookError(
        "Has parado la celda antes de que acabara. «Ejecutar» la empieza de nuevo.",
      ),
    );
  }

  /** Throws once the run is over. */
  checkGoesOn(): void {
    if (this.reason) throw this.reason;
  }

  /** Called at each turn of the cell's loops. Throws once the run is over, or has frozen the page too long. */
  readonly turn = (): void => {
    this.checkGoesOn();
    this.guard();
  };

  /** Called with what the cell has made of TensorFlow.js. */
  readonly made = (...values: unknown[]): void => {
    this.tensors.note(values);
  };

  /** The run has failed and gives nothing. */
  freeMade(): void {
    this.tensors.free();
  }

  private overtake(): void {
    this.end(new OvertakenError());
  }

  private end(reason: Error): void {
    if (this.isOver) return;
    this.reason = reason;
    this.rejectOver(reason);
  }
}
