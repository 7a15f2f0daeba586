// What a cell shows besides its code and its result: buttons, what it says, what went wrong, what it logs.
import { html } from "htl";
import { type CellConsole, cellConsole } from "../console/cellConsole.js";
import type { CellError } from "../errors/explainError.js";
import { failureNote } from "./failureNote.js";
import type { TwoVersions } from "./twoVersions.js";

export interface CellActions {
  run: () => unknown;
  /** Ends the run that is under way. */
  stop: () => unknown;
  undo: () => unknown;
  restore: () => unknown;
}

/** A run that is over sooner flashes no button. */
const STOP_DELAY_MS = 500;

/** The parts of a box `.cell`, put in when it is opened. */
export class CellView {
  readonly name: string;
  /** The code as the page was built with it. */
  readonly original: string;
  /** Where Framework shows what the cell displays. */
  readonly block: HTMLElement;
  /** For the editor. */
  readonly editor = html`<div class="cell-editor"></div>`;
  readonly output: CellConsole;
  readonly runButton: HTMLButtonElement;
  private readonly code: HTMLElement;
  private readonly editButton: HTMLButtonElement;
  private readonly stopButton: HTMLButtonElement;
  private readonly undoButton: HTMLButtonElement;
  private readonly restoreButton: HTMLButtonElement;
  private readonly status = html`<span class="cell-status" role="status"></span>`;
  private readonly tools: HTMLElement;
  private readonly notices = html`<div class="cell-notices"></div>`;
  private readonly failure = html`<div class="cell-error" role="alert" hidden></div>`;
  private stopTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly lines = html`<div
    class="cell-console"
    role="log"
    aria-label="Lo que escribe la celda"
    hidden
  ></div>`;

  constructor(
    readonly element: HTMLElement,
    actions: CellActions,
  ) {
    this.name = element.dataset["cell"]!;
    this.code = element.querySelector<HTMLElement>(".observablehq-pre-container, pre")!;
    this.block = element.querySelector<HTMLElement>(".observablehq--block")!;
    this.editButton = element.querySelector<HTMLButtonElement>(".cell-edit")!;
    this.original = this.code.querySelector("code")!.textContent.trimEnd();
    this.output = cellConsole(this.lines);
    const keys = "Ctrl + Intro; Mayúsculas + Intro pasa además a la siguiente";
    this.runButton = button("Ejecutar", actions.run, keys);
    this.stopButton = button("Parar", actions.stop, "Termina lo que la celda está haciendo");
    this.stopButton.hidden = true;
    this.undoButton = button("Deshacer", actions.undo);
    this.restoreButton = button("Restaurar", actions.restore, "Vuelve al código original");
    this.tools = html`<div class="cell-tools" role="group" aria-label=${`Celda «${this.name}»`}>
      ${this.runButton}${this.stopButton}${this.undoButton}${this.restoreButton}${this.status}
    </div>`;
  }

  open(): void {
    this.code.hidden = true;
    this.editButton.hidden = true;
    this.code.before(this.editor);
    this.block.before(this.tools, this.notices);
    this.block.after(this.lines, this.failure);
    this.element.classList.add("open");
  }

  /** The plain page again, with the keyboard where it was opened from. */
  close(): void {
    for (const part of [this.editor, this.tools, this.notices]) part.remove();
    this.element.classList.remove("open");
    this.code.hidden = false;
    this.editButton.hidden = false;
    this.editButton.focus();
  }

  say(text: string): void {
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  /** Which ways back there are. */
  update({ changed, canUndo }: { changed: boolean; canUndo: boolean }): void {
    this.element.classList.toggle("changed", changed);
    disable(this.undoButton, !canUndo, this.runButton);
    disable(this.restoreButton, !changed, this.runButton);
  }

  /** While it is, and takes longer than a moment, there is a button to stop it. */
  showRunning(is: boolean): void {
    this.element.classList.toggle("running", is);
    clearTimeout(this.stopTimer);
    if (is) {
      this.stopTimer = setTimeout(() => (this.stopButton.hidden = false), STOP_DELAY_MS);
      return;
    }
    const hadFocus = document.activeElement === this.stopButton;
    this.stopButton.hidden = true;
    if (hadFocus) this.runButton.focus();
  }

  get hasFailed(): boolean {
    return this.element.classList.contains("failed");
  }

  showFailure(problem: CellError | undefined): void {
    this.element.classList.toggle("failed", problem !== undefined);
    this.failure.hidden = problem === undefined;
    this.failure.replaceChildren(...(problem ? [failureNote(problem)] : []));
    if (problem) this.say("Ha fallado.");
  }

  offerBoth({ explanation, other, keep, take }: TwoVersions): void {
    this.notices.replaceChildren(
      html`<div class="callout" role="group" aria-label=${`Dos versiones de «${this.name}»`}>
        <p role="status">${explanation}</p>
        <pre tabindex="0">${other}</pre>
        ${button(keep.label, keep.action)} ${button(take.label, take.action)}
      </div>`,
    );
  }

  clearNotices(): void {
    if (this.notices.contains(document.activeElement)) this.runButton.focus();
    this.notices.replaceChildren();
  }
}

/** @param next has the keyboard from then on, if the button had it */
function disable(one: HTMLButtonElement, is: boolean, next: HTMLElement): void {
  if (is && document.activeElement === one) next.focus();
  one.disabled = is;
}

function button(label: string, action: () => unknown, help = ""): HTMLButtonElement {
  return html`<button type="button" title=${help} onclick=${action}>
    ${label}
  </button>` as HTMLButtonElement;
}
