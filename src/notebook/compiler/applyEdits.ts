// Text put into a source; no line is added, so that the lines of its errors stay those of the source.
export interface Edit {
  /** Characters from the start of the source. */
  at: number;
  /** Put in there. */
  text: string;
  /** Left out from there on. */
  remove?: number;
}

/**
 * The source with all the edits; those at the same place in the order of the list, what only puts in
 * before what takes out.
 */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let [result, end] = ["", 0];
  for (const { at, text, remove = 0 } of edits.toSorted(goesFirst)) {
    result += source.slice(end, at) + text;
    end = at + remove;
  }
  return result + source.slice(end);
}

function goesFirst(a: Edit, b: Edit): number {
  return a.at - b.at || Number((a.remove ?? 0) > 0) - Number((b.remove ?? 0) > 0);
}
