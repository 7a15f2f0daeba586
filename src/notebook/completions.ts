// What may be written in a cell: the names in scope with a line of help, and what is inside of those
// whose value is known.
import {
  completeFromList,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
} from "@codemirror/autocomplete";
import {
  localCompletionSource,
  scopeCompletionSource,
  snippets,
} from "@codemirror/lang-javascript";
import { helpOf } from "./vocabulary.js";

export interface NameScope {
  /** The names that the page or the notebook give. */
  names(): readonly string[];
  /** Values of those that have one by now, by name. */
  values(): Record<string, unknown>;
}

export function completionSources(scope: NameScope): CompletionSource[] {
  return [
    (context) => completeName(context, scope),
    (context) => (isMember(context) ? scopeCompletionSource(scope.values())(context) : null),
    localCompletionSource,
    completeFromList(snippets),
  ];
}

/** Whether what is written belongs to what stands before a point. */
function isMember(context: CompletionContext): boolean {
  return context.matchBefore(/\.\s*[\w$]*/) !== null;
}

function completeName(context: CompletionContext, scope: NameScope): CompletionResult | null {
  const word = context.matchBefore(/(?<![.\w$])[\w$\u00c0-\u024f]*/);
  if (!word || isMember(context) || (word.from === word.to && !context.explicit)) return null;
  return {
    from: word.from,
    options: scope.names().map((label) => {
      const help = helpOf(label);
      return { label, type: "variable", ...(help === undefined ? {} : { detail: help }) };
    }),
    validFor: /^[\w$\u00c0-\u024f]*$/,
  };
}
