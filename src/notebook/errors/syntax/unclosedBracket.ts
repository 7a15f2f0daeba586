// The commonest fault of code that does not parse.
import { tokenizer } from "acorn";

const closing: Record<string, string> = { "(": ")", "[": "]", "{": "}", "${": "}" };

/** Says in Spanish which bracket is missing or too many; undefined if all are in order. */
export function unclosedBracket(source: string): string | undefined {
  const open: { bracket: string; line: number }[] = [];
  try {
    for (const { type, loc } of tokenizer(source, {
      ecmaVersion: 2022,
      sourceType: "module",
      locations: true,
    })) {
      const line = loc!.start.line;
      if (type.label in closing) open.push({ bracket: type.label, line });
      else if ([")", "]", "}"].includes(type.label)) {
        if (!open.some(({ bracket }) => closing[bracket] === type.label)) {
          return `En la línea ${line} sobra «${type.label}», o falta el que lo abre.`;
        }
        const last = open.pop()!;
        if (closing[last.bracket] !== type.label) return missing(last);
      }
    }
  } catch {
    return undefined; // not even words: another fault
  }
  const last = open.at(-1);
  return last && missing(last);
}

function missing({ bracket, line }: { bracket: string; line: number }): string {
  return `Falta cerrar «${bracket}», abierto en la línea ${line}: con «${closing[bracket]!}».`;
}
