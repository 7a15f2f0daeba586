// CodeMirror's colours, those of the code that is not being edited.
import { HighlightStyle } from "@codemirror/language";
import { tags } from "@lezer/highlight";

export const siteHighlight = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword], color: "var(--syntax-keyword)" },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: "var(--syntax-string)" },
  { tag: tags.comment, color: "var(--syntax-comment)" },
  { tag: tags.number, color: "var(--syntax-entity-tag)" },
  { tag: [tags.bool, tags.null], color: "var(--syntax-variable)" },
  {
    tag: [tags.function(tags.variableName), tags.function(tags.propertyName)],
    color: "var(--syntax-entity)",
  },
  { tag: tags.definition(tags.propertyName), color: "var(--syntax-constant)" },
]);
