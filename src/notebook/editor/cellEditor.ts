// CodeMirror, set up for one cell: JavaScript in the site's colours, help with names in Spanish, and
// keys that run it or leave it. Tab is not taken: it goes on to the next control.
import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, undo, undoDepth } from "@codemirror/commands";
import {
  bracketMatching,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { cellLanguage, type NameScope } from "./completions.js";
import { siteHighlight } from "./siteHighlight.js";
import { spanishPhrases } from "./spanishPhrases.js";

export interface CellEditor {
  source: () => string;
  /** As one change, which can be undone. */
  replace(source: string): void;
  focus(): void;
  undo(): void;
  canUndo(): boolean;
  /** Marks a line, from 1, with what is wrong; undefined takes the mark away. */
  mark(problem: { line: number; message: string } | undefined): void;
  destroy(): void;
}

export interface CellEditorOptions {
  source: string;
  /** What the editor is called for who does not see the page. */
  label: string;
  scope: NameScope;
  onChange: () => void;
  onRun: () => void;
  onRunAndGoOn: () => void;
  onLeave: () => void;
}

export function cellEditor(parent: Element, options: CellEditorOptions): CellEditor {
  const view = new EditorView({
    parent,
    state: EditorState.create({ doc: options.source, extensions: extensions(options) }),
  });
  return {
    source: () => view.state.doc.toString(),
    replace(source) {
      if (source === view.state.doc.toString()) return; // nothing to undo, and nothing to keep
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: source } });
    },
    focus() {
      view.focus();
    },
    undo() {
      undo(view);
    },
    canUndo: () => undoDepth(view.state) > 0,
    mark(problem) {
      const { doc } = view.state;
      if (!problem || problem.line < 1 || problem.line > doc.lines) {
        view.dispatch(setDiagnostics(view.state, []));
        return;
      }
      const { from, to } = doc.line(problem.line);
      const { message } = problem;
      view.dispatch(setDiagnostics(view.state, [{ from, to, severity: "error", message }]));
    },
    destroy() {
      view.destroy();
    },
  };
}

function extensions({ label, scope, ...options }: CellEditorOptions): Extension {
  const does = (action: () => void) => () => {
    action();
    return true;
  };
  return [
    keymap.of([
      { key: "Mod-Enter", run: does(options.onRun) },
      { key: "Shift-Enter", run: does(options.onRunAndGoOn) },
    ]),
    lineNumbers(),
    history(),
    drawSelection(),
    cellLanguage(scope),
    syntaxHighlighting(siteHighlight),
    bracketMatching(),
    closeBrackets(),
    indentOnInput(),
    indentUnit.of("  "),
    autocompletion({ icons: false, aboveCursor: isTouched() }),
    highlightSelectionMatches(),
    EditorView.lineWrapping,
    EditorView.scrollHandler.of((view, { head }) => showBelowBar(view, head)),
    EditorState.phrases.of(spanishPhrases),
    EditorView.contentAttributes.of({ "aria-label": label }),
    EditorView.updateListener.of(({ docChanged }) => {
      if (docChanged) options.onChange();
    }),
    keymap.of([
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...defaultKeymap,
    ]),
    keymap.of([{ key: "Escape", run: does(options.onLeave) }]), // after those that close something
  ];
}

/**
 * Scrolls the line of a place out from under the notebook's bar, which stays at the top of the window; false if it is
 * not there. A margin for scrolling would do, but CodeMirror also hides the completions of lines within it.
 */
function showBelowBar(view: EditorView, place: number): boolean {
  const bar = document.querySelector(".notebook-bar")?.getBoundingClientRect().bottom ?? 0;
  const { node } = view.domAtPos(place);
  const line = (node instanceof Element ? node : node.parentElement)?.closest(".cm-line");
  const top = line?.getBoundingClientRect().top ?? bar;
  if (top >= bar) return false;
  scrollBy(0, top - bar);
  return true;
}

/** By fingers, which would meet the completions where the cell's buttons stand. */
function isTouched(): boolean {
  return matchMedia("(pointer: coarse)").matches;
}
