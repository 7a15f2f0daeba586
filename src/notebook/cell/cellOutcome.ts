// What a cell shows of its runs: one under way, done, outdated, or what went wrong.
import type { CellListener } from "../execution/cellBody.js";
import type { CellEditor } from "../editor/cellEditor.js";
import type { CellRun } from "../execution/cellRun.js";
import type { CellView } from "./cellView.js";
import { brokenText } from "./brokenText.js";
import type { DefinedCell } from "../execution/defineCells.js";
import { explainError } from "../errors/explainError.js";

export const DONE = "Ejecutada.";
export const UNRUN = "Cambiada y sin ejecutar.";
export const OUTDATED = "Desactualizada: su cálculo es largo y espera a que la ejecutes.";

export class CellOutcome {
  /** Said when the next run is done. */
  whenDone = DONE;
  private defined: DefinedCell | undefined;
  private run: CellRun | undefined;
  private outdated: readonly Element[] = [];

  constructor(
    private readonly view: CellView,
    private readonly editor: {
      /** What stands in it now. */
      source: () => string;
      mark: CellEditor["mark"];
    },
  ) {}

  /** What was shown of the run before is gone. */
  begin(source: string): CellListener {
    this.show(undefined, source);
    for (const shown of this.outdated) shown.classList.remove("outdated");
    this.outdated = [];
    return this.listenerOf(source);
  }

  /** @param result the cell, or why it could not even begin */
  end(source: string, result: DefinedCell | Error): void {
    if (result instanceof Error) this.show(result, source);
    else this.defined = result;
  }

  /** What it shows is not what it would give now. */
  get isOutdated(): boolean {
    return this.outdated.length > 0;
  }

  stop(): void {
    this.run?.stop();
  }

  /** @param version of the source that fails: an older one is nobody's any more */
  showLateFailure(error: unknown, { source, version }: { source: string; version: number }): void {
    if (version !== this.defined?.version) return;
    const { message, ...problem } = explainError(error, { name: this.view.name, source });
    this.view.showFailure({
      message: `Ha fallado algo que la celda dejó en marcha. ${message}`,
      ...problem,
    });
  }

  private listenerOf(source: string): CellListener {
    return {
      onRunning: (run) => {
        this.run = run;
        this.view.showRunning(true);
        this.show(undefined, source);
        this.view.say("Ejecutando…");
      },
      onDone: () => {
        this.endRun();
        this.view.say(this.editor.source() === source ? this.whenDone : UNRUN);
        this.followDependents();
      },
      onFailed: (error) => {
        this.endRun();
        this.show(error ?? String(error), source); // a cell may throw nothing
      },
      onOvertaken: (run) => {
        if (run !== this.run) return;
        this.endRun();
        this.view.say("");
      },
      onOutdated: () => {
        this.outdated = [this.view.element, ...(this.defined?.dependentBlocks() ?? [])];
        for (const shown of this.outdated) shown.classList.add("outdated");
        this.view.say(OUTDATED);
      },
    };
  }

  /** What no longer works elsewhere is said here: the reader is looking at what has changed. */
  private followDependents(): void {
    const { defined, run } = this;
    defined?.followDependents((broken) => {
      if (defined !== this.defined || run !== this.run) return; // of an older run
      this.view.say(brokenText(broken));
    });
  }

  private endRun(): void {
    this.run = undefined;
    this.view.showRunning(false);
  }

  private show(error: unknown, source: string): void {
    const problem =
      error === undefined ? undefined : explainError(error, { name: this.view.name, source });
    this.view.showFailure(problem);
    const { line, message } = problem ?? {};
    this.editor.mark(line === undefined ? undefined : { line, message: message! });
  }
}
