// What may be written in a cell: the names in scope with a line of help, and what is inside of those
// whose value is known.
import {
  completeFromList,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
} from "@codemirror/autocomplete";
import { syntaxTree } from "@codemirror/language";
import {
  javascriptLanguage,
  localCompletionSource,
  scopeCompletionSource,
} from "@codemirror/lang-javascript";
import type { Extension } from "@codemirror/state";
import { describeValue } from "../console/describeValue.js";
import { spanishSnippets } from "./spanishSnippets.js";
import { helpOf } from "../vocabulary/vocabulary.js";

export interface NameScope {
  /** The names that the page or the notebook give. */
  names(): readonly string[];
  /** Values of those that have one by now, by name. */
  values(): Record<string, unknown>;
}

/**
 * JavaScript, completed from the scope. The bare language: the library's `javascript()` would add
 * completions of its own, in English.
 */
export function cellLanguage(scope: NameScope): Extension {
  const sources = completionSources(scope);
  return [
    javascriptLanguage,
    sources.map((autocomplete) => javascriptLanguage.data.of({ autocomplete })),
  ];
}

function completionSources(scope: NameScope): CompletionSource[] {
  const snippets = completeFromList(spanishSnippets);
  return [
    (context) => (isCode(context) ? completeName(context, scope) : null),
    (context) => (isMember(context) ? scopeCompletionSource(scope.values())(context) : null),
    (context) => completeLocal(context, scope),
    (context) => (isCode(context) && !isMember(context) ? snippets(context) : null),
  ];
}

/** Text, and places where a name is given, not used. */
const notCode = new Set([
  "String",
  "TemplateString",
  "RegExp",
  "LineComment",
  "BlockComment",
  "VariableDefinition",
  "PropertyDefinition",
  "Label",
]);

function isCode({ state, pos }: CompletionContext): boolean {
  return !notCode.has(syntaxTree(state).resolveInner(pos, -1).name);
}

/** Whether what is written belongs to what stands before a point. */
function isMember(context: CompletionContext): boolean {
  return context.matchBefore(/\.\s*[\w$]*/) !== null;
}

function completeName(context: CompletionContext, scope: NameScope): CompletionResult | null {
  const word = context.matchBefore(/(?<![.\w$])[\w$\u00c0-\u024f]*/);
  if (!word || isMember(context) || (word.from === word.to && !context.explicit)) return null;
  const values = scope.values();
  return {
    from: word.from,
    options: scope.names().map((label) => ({
      label,
      type: "variable",
      detail: helpOf(label) ?? helpOfPage(label, values),
    })),
    validFor: /^[\w$\u00c0-\u024f]*$/,
  };
}

/** The line of help of a name that a cell of the page declares: what its value is by now. */
function helpOfPage(name: string, values: Record<string, unknown>): string {
  const value = values[name];
  return value === undefined
    ? "De esta página; aún sin calcular."
    : `De esta página: ${describeValue(value)}.`;
}

/** What the cell declares itself, functions' parameters too; what the page has of it by now is left out. */
function completeLocal(context: CompletionContext, scope: NameScope): CompletionResult | null {
  const found = localCompletionSource(context);
  if (!found || isMember(context)) return null;
  const known = new Set(scope.names());
  const options = found.options
    .filter(({ label }) => !known.has(label))
    .map((option): Completion => ({ ...option, detail: "De esta celda." }));
  return { ...found, options };
}
