// Text put into a source; no line is added, so that the lines of its errors stay those of the source.
export interface Edit {
  /** Characters from the start of the source. */
  at: number;
  /** Put in there. */
  text: string;
  /** Left out from there on. */
  remove?: number;
}

/** The source with all the edits; those at the same place in the order of the list. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let [result, end] = ["", 0];
  for (const { at, text, remove = 0 } of edits.toSorted((a, b) => a.at - b.at)) {
    result += source.slice(end, at) + text;
    end = at + remove;
  }
  return result + source.slice(end);
}
