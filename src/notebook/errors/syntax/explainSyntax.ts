// Why a cell's source is no JavaScript.
import { unclosedBracket } from "./unclosedBracket.js";
import { type Explanation, explainBy } from "../explanation.js";
import { syntaxRules } from "./syntaxRules.js";
import { explainToken } from "./unexpectedToken.js";

/** @param original the parser's message, which ends in `(line:column)` */
export function explainSyntax(original: string, source: string): Explanation {
  const [, line = "1", column = "0"] = /\((\d+):(\d+)\)$/.exec(original) ?? [];
  const place = [Number(line), Number(column)] as const;
  return (
    explainName(original, source, ...place) ??
    explainBy(syntaxRules, original) ??
    explainBracket(source) ??
    explainToken(source, ...place)
  );
}

/** Faults about which the source says more than the message. */
function explainName(
  original: string,
  source: string,
  line: number,
  column: number,
): Explanation | undefined {
  const text = source.split("\n")[line - 1] ?? "";
  const before = text.slice(0, column);
  const [, reserved] =
    /^Unexpected keyword '(\w+)'|^The keyword '(\w+)' is reserved/
      .exec(original)
      ?.filter(Boolean) ?? [];
  if (reserved !== undefined) {
    const isName = /\b(?:const|let|var|function|class|import)\s+[{]?\s*$/.test(before);
    return isName
      ? {
          message: `«${reserved}» es una palabra de JavaScript y no sirve de nombre.`,
          hint: "Elige otro nombre.",
        }
      : {
          message: `«${reserved}» es una palabra de JavaScript y no puede estar aquí.`,
          hint: "Mira si antes falta un punto y coma, un paréntesis o un valor.",
        };
  }
  if (/^Unexpected character/.test(original) && before.trim() === "#") {
    return { message: "Un comentario no empieza por «#».", hint: "En JavaScript empieza por //." };
  }
  if (/already been declared/.test(original) && /\bfor\s*\([^;()]*,[^;()]*$/.test(before)) {
    return {
      message: "Las tres partes de un «for» se separan con «;», no con comas.",
      hint: "Por ejemplo: for (let i = 0; i < 3; i++) { … }",
    };
  }
  return undefined;
}

function explainBracket(source: string): Explanation | undefined {
  const bracket = unclosedBracket(source);
  return bracket === undefined
    ? undefined
    : {
        ...bracket,
        hint: "La celda no se ha ejecutado: cada paréntesis, corchete y llave que se abre se cierra.",
      };
}
