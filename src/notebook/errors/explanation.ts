/** An error in the reader's words. */
export interface Explanation {
  message: string;
  /** What to try. */
  hint?: string;
  /** Where to look, from 1, if that is not where the error came up. */
  line?: number;
}

/** How to explain a message that matches; what the pattern captures goes in, "" for what it does not. */
export type Rule = readonly [pattern: RegExp, explain: (...found: string[]) => Explanation];

/** By the first rule that knows the message; undefined if none does. */
export function explainBy(rules: readonly Rule[], message: string): Explanation | undefined {
  for (const [pattern, explain] of rules) {
    const found = pattern.exec(message);
    if (found) return explain(...found.slice(1).map((text: string | undefined) => text ?? ""));
  }
  return undefined;
}
