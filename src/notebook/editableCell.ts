// One cell that the reader may change: from the code that the page shows to an editor in its place, what
// it says while it runs, and the ways back.
import { html } from "htl";
import { cellConsole } from "./cellConsole.js";
import { type CellEditor, cellEditor } from "./cellEditor.js";
import { type DefinedCell, defineCell } from "./defineCell.js";
import { type CellEdit, editsOf, keepEdit, removeEdit } from "./editStore.js";
import { explainError } from "./explainError.js";
import { failureNote } from "./failureNote.js";
import { pageScope } from "./nameScope.js";

export interface EditableCell {
  name: string;
  /** With the keyboard in it, or, where the reader has not asked for it, without. */
  open(options?: { focus: boolean }): Promise<void>;
  run(): Promise<void>;
  /** The original again, run; nothing of the reader's is kept. */
  restore(): Promise<void>;
  /** As it was before it was restored. */
  putBack(edit: CellEdit): Promise<void>;
}

const DRAFT_DELAY_MS = 300;

export function editableCell(
  element: HTMLElement,
  {
    page,
    goOn,
    onKept,
  }: {
    page: string;
    /** The cell after this one, opened. */
    goOn: () => void;
    /** @param kept false if the browser does not keep anything */
    onKept: (kept: boolean) => void;
  },
): EditableCell {
  const name = element.dataset["cell"]!;
  const code = element.querySelector<HTMLElement>(".observablehq-pre-container, pre")!;
  const block = element.querySelector<HTMLElement>(".observablehq--block")!;
  const editButton = element.querySelector<HTMLButtonElement>(".cell-edit")!;
  const original = code.querySelector("code")!.textContent.trimEnd();
  const place = { name, block, id: placeId(block) };

  let editor: CellEditor | undefined;
  let ran = original;
  let defined: DefinedCell | undefined;
  let outdated: Element[] = [];
  let whenDone = "Ejecutada.";
  let draftTimer: ReturnType<typeof setTimeout> | undefined;

  const status = html`<span class="cell-status" role="status"></span>`;
  const button = (label: string, action: () => unknown, help = "") =>
    html`<button type="button" title=${help} onclick=${action}>
      ${label}
    </button>` as HTMLButtonElement;
  const runButton = button(
    "Ejecutar",
    () => run(),
    "Ctrl + Intro; Mayúsculas + Intro pasa además a la siguiente",
  );
  const undoButton = button("Deshacer", () => editor?.undo());
  const restoreButton = button("Restaurar", restore, "Vuelve al código original de esta celda");
  const tools = html`<div class="cell-tools" role="group" aria-label=${`Celda «${name}»`}>
    ${runButton}${undoButton}${restoreButton}${status}
  </div>`;
  const notices = html`<div class="cell-notices"></div>`;
  const failure = html`<div class="cell-error" role="alert" hidden></div>`;
  const lines = html`<div
    class="cell-console"
    role="log"
    aria-label="Lo que escribe la celda"
    hidden
  ></div>`;
  const output = cellConsole(lines);
  const editorPlace = html`<div class="cell-editor"></div>`;

  async function open({ focus } = { focus: true }): Promise<void> {
    if (!editor) {
      const kept = editsOf(page).find(({ cell }) => cell === name);
      const scope = await pageScope();
      code.hidden = true;
      editButton.hidden = true;
      code.before(editorPlace);
      block.before(tools, notices);
      block.after(lines, failure);
      element.classList.add("open");
      editor = cellEditor(editorPlace, {
        ...{
          source: kept?.draft ?? kept?.source ?? ran,
          label: `Código de la celda «${name}»`,
          scope,
        },
        onChange: changed,
        onRun: () => void run(),
        onRunAndGoOn: () => void run().then(goOn),
        onLeave: leave,
      });
      if (kept && kept.original !== original) offerBoth(kept);
      refresh();
    }
    if (focus) editor.focus();
  }

  function leave(): void {
    if (editor && editor.source() === original && ran === original) close();
    else runButton.focus();
  }

  /** The plain page again. */
  function close(): void {
    for (const part of [editorPlace, tools, notices]) part.remove();
    editor?.destroy();
    editor = undefined;
    element.classList.remove("open");
    code.hidden = false;
    editButton.hidden = false;
    editButton.focus();
  }

  function changed(): void {
    refresh();
    clearTimeout(draftTimer);
    draftTimer = setTimeout(keep, DRAFT_DELAY_MS);
  }

  function keep(): void {
    clearTimeout(draftTimer);
    const source = editor?.source() ?? ran;
    if (source === original && ran === original) {
      removeEdit({ page, cell: name });
      onKept(true);
      return;
    }
    const draft = source === ran ? {} : { draft: source };
    onKept(keepEdit({ page, cell: name, source: ran, original, savedAt: Date.now(), ...draft }));
  }

  function refresh(): void {
    const source = editor?.source() ?? ran;
    element.classList.toggle("changed", source !== original || ran !== original);
    undoButton.disabled = !editor?.canUndo();
    restoreButton.disabled = source === original && ran === original;
    if (source !== ran) say("Cambiada y sin ejecutar.");
    else if (!element.classList.contains("failed")) say(source === original ? "" : "Cambiada.");
  }

  function say(text: string): void {
    if (status.textContent !== text) status.textContent = text;
  }

  async function run(): Promise<void> {
    whenDone = "Ejecutada.";
    await execute(editor?.source() ?? ran);
    keep();
  }

  async function execute(source: string): Promise<void> {
    showFailure(undefined);
    for (const shown of outdated) shown.classList.remove("outdated");
    outdated = [];
    try {
      defined = await defineCell(place, source, {
        listener: listenerOf(source),
        cellConsole: output,
      });
      ran = source;
    } catch (error) {
      showFailure(error, source);
    }
    refresh();
  }

  function listenerOf(source: string) {
    return {
      onRunning: () => {
        showFailure(undefined);
        say("Ejecutando…");
        element.classList.add("running");
      },
      onDone: () => {
        element.classList.remove("running");
        say(whenDone);
      },
      onFailed: (error: unknown) => {
        element.classList.remove("running");
        showFailure(error, source);
      },
      onOutdated: () => {
        outdated = [element, ...(defined?.dependentBlocks() ?? [])];
        for (const shown of outdated) shown.classList.add("outdated");
        say("Desactualizada: ha cambiado algo que usa. Ejecútala cuando quieras.");
      },
    };
  }

  function showFailure(error: unknown, source = ""): void {
    const problem = error === undefined ? undefined : explainError(error, { name, source });
    element.classList.toggle("failed", problem !== undefined);
    failure.hidden = problem === undefined;
    failure.replaceChildren(...(problem ? [failureNote(problem)] : []));
    if (problem) say("Ha fallado.");
    const { line, message } = problem ?? {};
    editor?.mark(line === undefined ? undefined : { line, message: message! });
  }

  async function restore(): Promise<void> {
    whenDone = "Es la original otra vez. «Deshacer» recupera lo tuyo.";
    editor?.replace(original);
    if (ran !== original || element.classList.contains("failed")) await execute(original);
    notices.replaceChildren();
    keep();
    refresh();
    say(whenDone);
  }

  /** The site has another original than the one that the reader changed. */
  function offerBoth(kept: CellEdit): void {
    const mine = button("Quedarme con la mía", () => {
      notices.replaceChildren();
      keep();
    });
    const theirs = button("Usar el original nuevo", restore);
    notices.replaceChildren(
      html`<div class="callout">
        <p>
          El cuaderno ha cambiado esta celda desde que la editaste
          (${new Date(kept.savedAt).toLocaleDateString("es")}). Arriba está la tuya; este es el
          original de ahora:
        </p>
        <pre tabindex="0">${original}</pre>
        ${mine} ${theirs}
      </div>`,
    );
  }

  addEventListener("pagehide", () => {
    if (editor && editor.source() !== ran) keep();
  });

  return {
    name,
    open,
    run,
    restore,
    async putBack(edit) {
      await open({ focus: false });
      editor!.replace(edit.draft ?? edit.source);
      if (edit.source !== ran) await execute(edit.source);
      keep();
    },
  };
}

/** `<!--:a81d648f:-->` → `a81d648f`. */
function placeId(block: HTMLElement): string {
  const comment = [...block.childNodes].find(({ nodeType }) => nodeType === Node.COMMENT_NODE);
  return comment!.nodeValue!.slice(1, -1);
}
