// The commonest fault of code that does not parse.
import { tokenizer } from "acorn";

const closing: Record<string, string> = { "(": ")", "[": "]", "{": "}", "${": "}" };
const opening: Record<string, string> = { ")": "(", "]": "[", "}": "{" };

interface Bracket {
  bracket: string;
  /** From 1. */
  line: number;
}

export interface BracketFault {
  message: string;
  /** Where the missing bracket belongs, from 1; left out where the message says all that is known. */
  line?: number;
}

/** Which bracket is missing or too many, in Spanish; undefined if all are in order. */
export function unclosedBracket(source: string): BracketFault | undefined {
  const open: Bracket[] = [];
  try {
    for (const { type, loc } of tokenizer(source, {
      ecmaVersion: 2022,
      sourceType: "module",
      locations: true,
    })) {
      const found = { bracket: type.label, line: loc!.start.line };
      if (found.bracket in closing) open.push(found);
      else if (found.bracket in opening) {
        if (!open.some(({ bracket }) => closing[bracket] === found.bracket)) {
          return unopened(source, found, open.at(-1)?.line ?? 0);
        }
        const last = open.pop()!;
        if (closing[last.bracket] !== found.bracket) return unclosed(last);
      }
    }
  } catch {
    return undefined; // not even words: another fault
  }
  const last = open.at(-1);
  return last && unclosed(last);
}

function unclosed({ bracket, line }: Bracket): BracketFault {
  return {
    message: `Falta cerrar «${bracket}», abierto en la línea ${line}: con «${closing[bracket]!}».`,
  };
}

/**
 * A bracket that begins its line was most likely opened at the end of the nearest line above that is indented
 * as much.
 * @param after the line of the last bracket that is still open, or 0
 */
function unopened(source: string, { bracket, line }: Bracket, after: number): BracketFault {
  const lines = source.split("\n");
  const closes = lines[line - 1]!;
  const indentation = closes.search(/\S/);
  const opens = lines
    .slice(0, line - 1)
    .findLastIndex((text) => text.trim() !== "" && text.search(/\S/) <= indentation);
  if (!closes.trimStart().startsWith(bracket) || opens + 1 < after) {
    return { message: `En la línea ${line} sobra «${bracket}», o falta el que lo abre.` };
  }
  return {
    message: `Falta abrir «${opening[bracket]!}», o sobra el «${bracket}» que lo cierra en la línea ${line}.`,
    line: opens + 1,
  };
}
