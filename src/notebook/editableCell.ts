// One cell that the reader may change: from the code that the page shows to an editor in its place, what
// it runs, what is kept of it, and the ways back.
import { type CellEditor, cellEditor } from "./cellEditor.js";
import { CellView } from "./cellView.js";
import { type CellListener, type DefinedCell, defineCell } from "./defineCell.js";
import { type CellEdit, editsOf, keepEdit, removeEdit } from "../lib/editStore.js";
import { explainError } from "./explainError.js";
import { pageScope } from "./nameScope.js";

export interface CellContext {
  page: string;
  /** Opens the cell after this one. */
  goOn: () => void;
  /** @param kept false if the browser does not keep anything */
  onKept: (kept: boolean) => void;
}

const DRAFT_DELAY_MS = 300;
const UNRUN = "Cambiada y sin ejecutar.";
const RESTORED = "Es la original otra vez. «Deshacer» recupera lo tuyo.";

export class EditableCell {
  private readonly view: CellView;
  private readonly original: string;
  private editor: CellEditor | undefined;
  /** Once it has been asked for, however often. */
  private opening: Promise<void> | undefined;
  /** The source that the page runs. */
  private ran: string;
  private defined: DefinedCell | undefined;
  private outdated: readonly Element[] = [];
  private whenDone = "Ejecutada.";
  private draftTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    element: HTMLElement,
    private readonly context: CellContext,
  ) {
    this.view = new CellView(element, {
      run: () => this.run(),
      undo: () => this.editor?.undo(),
      restore: () => this.restore(),
    });
    this.original = this.view.original;
    this.ran = this.original;
    addEventListener("pagehide", () => {
      if (this.source !== this.ran) this.keep();
    });
  }

  get name(): string {
    return this.view.name;
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
    this.whenDone = "Ejecutada.";
    await this.execute(this.source);
    this.keep();
  }

  /** The original again, run; nothing of the reader's is kept. */
  async restore(): Promise<void> {
    this.whenDone = RESTORED;
    this.editor?.replace(this.original);
    if (this.ran !== this.original || this.view.hasFailed) await this.execute(this.original);
    this.view.clearNotices();
    this.keep();
    this.refresh();
    this.view.say(RESTORED);
  }

  /** What was kept, on another visit or before it was restored. Only what the reader has run is run. */
  async putBack(edit: CellEdit): Promise<void> {
    await this.open({ focus: false });
    this.editor!.replace(edit.draft ?? edit.source);
    if (edit.source !== edit.original) await this.execute(edit.source, { unasked: true });
    else this.refresh();
  }

  private async createEditor(): Promise<void> {
    const scope = await pageScope();
    const kept = editsOf(this.context.page).find(({ cell }) => cell === this.name);
    this.view.open();
    if (kept && kept.original !== this.original) this.offerBoth(kept);
    this.editor = cellEditor(this.view.editor, {
      ...{ source: kept?.draft ?? kept?.source ?? this.ran, scope },
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

  private offerBoth({ savedAt }: CellEdit): void {
    this.view.offerBoth(savedAt, {
      keep: () => {
        this.view.clearNotices();
        this.keep();
      },
      restore: () => void this.restore(),
    });
  }

  private leave(): void {
    if (this.isChanged) {
      this.view.runButton.focus();
      return;
    }
    this.editor?.destroy();
    this.editor = undefined;
    this.opening = undefined;
    this.view.close();
  }

  private async execute(source: string, { unasked } = { unasked: false }): Promise<void> {
    this.showFailure(undefined);
    for (const shown of this.outdated) shown.classList.remove("outdated");
    this.outdated = [];
    try {
      this.defined = await defineCell(this.view, source, {
        listener: this.listenerOf(source),
        unasked,
      });
      this.ran = source;
      this.refresh();
    } catch (error) {
      this.refresh();
      this.showFailure(error, source);
    }
  }

  private listenerOf(source: string): CellListener {
    const running = (is: boolean) => this.view.element.classList.toggle("running", is);
    return {
      onRunning: () => {
        running(true);
        this.showFailure(undefined);
        this.view.say("Ejecutando…");
      },
      onDone: () => {
        running(false);
        this.view.say(this.source === source ? this.whenDone : UNRUN);
      },
      onFailed: (error) => {
        running(false);
        this.showFailure(error, source);
      },
      onOutdated: () => {
        this.outdated = [this.view.element, ...(this.defined?.dependentBlocks() ?? [])];
        for (const shown of this.outdated) shown.classList.add("outdated");
        this.view.say("Desactualizada: su cálculo es largo y espera a que la ejecutes.");
      },
    };
  }

  private showFailure(error: unknown, source = ""): void {
    const problem =
      error === undefined ? undefined : explainError(error, { name: this.name, source });
    this.view.showFailure(problem);
    const { line, message } = problem ?? {};
    this.editor?.mark(line === undefined ? undefined : { line, message: message! });
  }

  private refresh(): void {
    const changed = this.isChanged;
    this.view.update({ changed, canUndo: this.editor?.canUndo() ?? false });
    if (this.source !== this.ran) this.view.say(UNRUN);
    else if (!this.view.hasFailed) this.view.say(changed ? "Cambiada." : "");
  }

  /** Keeps what differs from the original, in this browser. */
  private keep(): void {
    clearTimeout(this.draftTimer);
    const { page, onKept } = this.context;
    const { source, ran, original, name: cell } = this;
    if (!this.isChanged) {
      removeEdit({ page, cell });
      onKept(true);
      return;
    }
    const draft = source === ran ? {} : { draft: source };
    onKept(keepEdit({ page, cell, source: ran, original, savedAt: Date.now(), ...draft }));
  }
}
