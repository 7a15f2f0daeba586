// One cell that the reader may change: from the code that the page shows to an editor in its place, what
// it runs, and the ways back.
import { type CellEditor, cellEditor } from "../editor/cellEditor.js";
import { CellOutcome, DONE, OUTDATED, UNRUN } from "./cellOutcome.js";
import { CellSaving } from "./cellSaving.js";
import { CellView } from "./cellView.js";
import {
  type ExecutableCell,
  executeCells,
  type Execution,
  putBackCells,
  restoreCells,
} from "./executeCells.js";
import type { CellChange, DefinedCell } from "../execution/defineCells.js";
import type { CellEdit } from "../../lib/browser/editStore.js";
import { pageScope } from "../editor/nameScope.js";
import { textOf } from "./savedCell.js";

export interface CellContext {
  page: string;
  /** Opens the cell after this one. */
  goOn: () => void;
  /** The reader has asked here for what runs next. */
  onAsked: () => void;
  /** @param saved false if the browser does not save anything */
  onSaved: (saved: boolean) => void;
}

const RESTORED = "Es la original otra vez. «Deshacer» recupera lo tuyo.";

export class EditableCell implements ExecutableCell {
  readonly original: string;
  readonly saving: CellSaving;
  private readonly view: CellView;
  private readonly outcome: CellOutcome;
  private editor: CellEditor | undefined;
  /** Once it has been asked for, however often. */
  private opening: Promise<void> | undefined;
  /** The source that the page runs. */
  private ran: string;

  constructor(
    element: HTMLElement,
    private readonly context: CellContext,
  ) {
    this.view = new CellView(element, {
      run: () => this.run(),
      stop: () => {
        this.outcome.stop();
      },
      undo: () => this.editor?.undo(),
      restore: () => restoreCells([this]),
    });
    this.outcome = new CellOutcome(this.view, {
      source: () => this.source,
      mark: (problem) => this.editor?.mark(problem),
    });
    this.original = this.view.original;
    this.ran = this.original;
    this.saving = new CellSaving(this.view, {
      page: context.page,
      current: () => ({ ran: this.ran, text: this.source }),
      takeOriginal: () => restoreCells([this]),
      take: (edit) => putBackCells([{ cell: this, edit }]),
      onSaved: context.onSaved,
    });
  }

  get name(): string {
    return this.view.name;
  }

  get block(): Element {
    return this.view.block;
  }

  /** What the page runs; undefined: the original. */
  get ranInstead(): string | undefined {
    return this.ran === this.original ? undefined : this.ran;
  }

  /** What stands in the editor. */
  private get source(): string {
    return this.editor?.source() ?? this.ran;
  }

  private get isChanged(): boolean {
    return this.source !== this.original || this.ran !== this.original;
  }

  /** With the keyboard in it, or, where the reader has not asked for it, without. */
  async open({ focus } = { focus: true }): Promise<void> {
    this.opening ??= this.createEditor();
    await this.opening;
    if (focus) this.editor?.focus();
  }

  async run(): Promise<void> {
    this.context.onAsked();
    this.outcome.whenDone = DONE;
    await executeCells([{ cell: this, source: this.source }]);
    this.saving.save();
  }

  beginRestore(): Execution[] {
    this.context.onAsked();
    this.outcome.whenDone = RESTORED;
    this.editor?.replace(this.original);
    const runs = this.ran !== this.original || this.view.hasFailed;
    return runs ? [{ cell: this, source: this.original }] : [];
  }

  endRestore(): void {
    this.view.clearNotices();
    this.saving.read(); // restoring takes the place of whatever another tab has saved
    this.saving.save();
    this.refresh();
    if (!this.view.hasFailed) this.view.say(RESTORED);
  }

  /** Runs only what the reader has run, not the draft. */
  async beginPutBack(edit: CellEdit | undefined): Promise<Execution[]> {
    if (edit) await this.open({ focus: false });
    this.outcome.whenDone = DONE;
    this.view.clearNotices();
    this.saving.offerNewOriginal(edit);
    this.editor?.replace(edit ? textOf(edit) : this.original);
    this.saving.cancel();
    const source = edit && edit.source !== edit.original ? edit.source : this.original;
    this.refresh();
    const unasked = source !== this.original;
    return source === this.ran ? [] : [{ cell: this, source, unasked }];
  }

  begin(source: string, unasked: boolean): CellChange {
    return { place: this.view, source, listener: this.outcome.begin(source), unasked };
  }

  end(source: string, result: DefinedCell | Error): void {
    if (!(result instanceof Error)) this.ran = source;
    this.refresh();
    this.outcome.end(source, result);
  }

  /** Something that it left under way, a timer or a promise, has failed. */
  showLateFailure(error: unknown, version: number): void {
    this.outcome.showLateFailure(error, { source: this.ran, version });
  }

  private async createEditor(): Promise<void> {
    const scope = await pageScope();
    const edit = this.saving.read();
    this.view.open();
    this.saving.offerNewOriginal(edit);
    this.editor = cellEditor(this.view.editor, {
      source: edit ? this.saving.text : this.ran,
      scope,
      label: `Código de la celda «${this.name}»`,
      onChange: () => {
        this.refresh();
        this.saving.saveSoon();
      },
      onRun: () => void this.run(),
      onRunAndGoOn: () => void this.run().then(this.context.goOn),
      onLeave: () => {
        this.leave();
      },
    });
    this.view.update({ changed: this.source !== this.original, canUndo: false });
  }

  private leave(): void {
    if (this.isChanged || this.outcome.isOutdated) {
      this.view.runButton.focus();
      return;
    }
    this.editor?.destroy();
    this.editor = undefined;
    this.opening = undefined;
    this.view.close();
  }

  private refresh(): void {
    const changed = this.isChanged;
    this.view.update({ changed, canUndo: this.editor?.canUndo() ?? false });
    if (this.source !== this.ran) this.view.say(UNRUN);
    else if (this.outcome.isOutdated) this.view.say(OUTDATED);
    else if (!this.view.hasFailed) this.view.say(changed ? "Cambiada." : "");
  }
}
