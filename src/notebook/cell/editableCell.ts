// One cell that the reader may change: from the code that the page shows to an editor in its place, what
// it runs, what is kept of it, and the ways back.
import { type CellEditor, cellEditor } from "../editor/cellEditor.js";
import { CellOutcome, DONE, OUTDATED, UNRUN } from "./cellOutcome.js";
import { CellView } from "./cellView.js";
import { type CellChange, type DefinedCell, defineCells } from "../execution/defineCells.js";
import type { CellEdit } from "../../lib/browser/editStore.js";
import { KeptCell, textOf } from "./keptCell.js";
import { pageScope } from "../editor/nameScope.js";
import { newOriginal, ofOtherTab } from "./twoVersions.js";

export interface CellContext {
  page: string;
  /** Opens the cell after this one. */
  goOn: () => void;
  /** @param kept false if the browser does not keep anything */
  onKept: (kept: boolean) => void;
}

const DRAFT_DELAY_MS = 300;
const RESTORED = "Es la original otra vez. «Deshacer» recupera lo tuyo.";

export class EditableCell {
  readonly original: string;
  private readonly view: CellView;
  private readonly outcome: CellOutcome;
  private readonly kept: KeptCell;
  private editor: CellEditor | undefined;
  /** Once it has been asked for, however often. */
  private opening: Promise<void> | undefined;
  /** The source that the page runs. */
  private ran: string;
  private draftTimer: ReturnType<typeof setTimeout> | undefined;

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
    this.kept = new KeptCell({ page: context.page, cell: this.name }, this.original);
    addEventListener("pagehide", () => {
      if (this.source !== this.ran) this.keep();
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

  /** As it stands now, kept or not; undefined: the original. */
  get edit(): CellEdit | undefined {
    return this.kept.editOf({ ran: this.ran, text: this.source });
  }

  /** As it is kept, perhaps by another tab; from here on this one knows it. */
  readKept(): CellEdit | undefined {
    return this.kept.read();
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
    this.outcome.whenDone = DONE;
    await execute([{ cell: this, source: this.source }]);
    this.keep();
  }

  /** Puts the original into the editor; gives what is then to be run. */
  beginRestore(): Execution[] {
    this.outcome.whenDone = RESTORED;
    this.editor?.replace(this.original);
    const runs = this.ran !== this.original || this.view.hasFailed;
    return runs ? [{ cell: this, source: this.original }] : [];
  }

  endRestore(): void {
    this.view.clearNotices();
    this.kept.read(); // restoring takes the place of whatever another tab has kept
    this.keep();
    this.refresh();
    if (!this.view.hasFailed) this.view.say(RESTORED);
  }

  /** Puts an edit into the editor; gives what is then to be run: only what the reader has run. */
  async beginPutBack(edit: CellEdit | undefined): Promise<Execution[]> {
    if (edit) await this.open({ focus: false });
    this.outcome.whenDone = DONE;
    this.view.clearNotices();
    this.offerNewOriginal(edit);
    this.editor?.replace(edit ? textOf(edit) : this.original);
    clearTimeout(this.draftTimer);
    const source = edit && edit.source !== edit.original ? edit.source : this.original;
    this.refresh();
    const unasked = source !== this.original;
    return source === this.ran ? [] : [{ cell: this, source, unasked }];
  }

  /** Whether another tab has changed it. */
  get hasChangedElsewhere(): boolean {
    return this.kept.hasChangedElsewhere;
  }

  /** Whether the reader has just written something here that is not kept. */
  get hasUnkept(): boolean {
    return this.source !== this.kept.text;
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
    const edit = this.kept.read();
    this.view.open();
    this.offerNewOriginal(edit);
    this.editor = cellEditor(this.view.editor, {
      ...{ source: edit ? this.kept.text : this.ran, scope },
      label: `Código de la celda «${this.name}»`,
      onChange: () => {
        this.refresh();
        clearTimeout(this.draftTimer);
        this.draftTimer = setTimeout(() => {
          this.keep();
        }, DRAFT_DELAY_MS);
      },
      onRun: () => void this.run(),
      onRunAndGoOn: () => void this.run().then(this.context.goOn),
      onLeave: () => {
        this.leave();
      },
    });
    this.view.update({ changed: this.source !== this.original, canUndo: false });
  }

  private offerNewOriginal(edit: CellEdit | undefined): void {
    if (!edit || edit.original === this.original) return;
    const take = () => restoreCells([this]);
    this.view.offerBoth(newOriginal(edit, this.original, { keep: this.keepMine, take }));
  }

  /** What another tab has kept, beside what stands here. */
  offerOtherTab(): void {
    const take = () => putBackCells([{ cell: this, edit: this.readKept() }]);
    this.view.offerBoth(
      ofOtherTab(this.kept.stored(), this.original, { keep: this.keepMine, take }),
    );
  }

  private readonly keepMine = (): void => {
    this.kept.read();
    this.view.clearNotices();
    this.keep();
  };

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

  /** Keeps what differs from the original, in this browser, unless another tab has something newer. */
  keep(): void {
    clearTimeout(this.draftTimer);
    if (this.kept.hasChangedElsewhere) this.offerOtherTab();
    else this.context.onKept(this.kept.write(this.edit));
  }
}

interface Execution {
  cell: EditableCell;
  source: string;
  unasked?: boolean;
}

/** All at once: what has moved from one cell to another is never declared twice. */
async function execute(executions: readonly Execution[]): Promise<void> {
  if (executions.length === 0) return; // and a page without cells gives no way into its runtime
  const results = await defineCells(
    executions.map(({ cell, source, unasked = false }) => cell.begin(source, unasked)),
  );
  executions.forEach(({ cell, source }, i) => {
    cell.end(source, results[i]!);
  });
}

/** The originals again, run; nothing of the reader's is kept. */
export async function restoreCells(cells: readonly EditableCell[]): Promise<void> {
  await execute(cells.flatMap((cell) => cell.beginRestore()));
  for (const cell of cells) cell.endRestore();
}

/** Edits of another visit, of another tab or from before they were restored; undefined: the original. */
export async function putBackCells(
  changes: readonly { cell: EditableCell; edit: CellEdit | undefined }[],
): Promise<void> {
  const executions = await Promise.all(changes.map(({ cell, edit }) => cell.beginPutBack(edit)));
  await execute(executions.flat());
}
