// An error of a cell in the reader's words: what happened, where, what to try, and what the browser or
// the library said itself.
import { EndlessLoopError } from "./loopGuard.js";
import { NotebookError } from "./notebookError.js";
import { LINES_BEFORE_BODY, sourceUrl } from "./sourceUrl.js";
import { unclosedBracket } from "./unclosedBracket.js";

export interface CellError {
  message: string;
  hint?: string;
  /** As it came; undefined where the message is all there is. */
  original?: string;
  /** From 1; undefined where it is not known. */
  line?: number;
}

interface Explanation {
  message: string;
  hint?: string;
}

export function explainError(error: unknown, cell: { name: string; source: string }): CellError {
  const { message: original, name } = error instanceof Error ? error : new Error(String(error));
  const line = lineOf(error, cell.name);
  const where = line === undefined ? {} : { line };
  if (error instanceof NotebookError) return { message: original, ...where };
  if (error instanceof EndlessLoopError) {
    return {
      message:
        "La celda llevaba 5 segundos en un bucle sin dejar responder a la página, y se ha parado.",
      hint: "¿Se cumple alguna vez la condición que lo termina? Si de verdad es un trabajo largo, cede el paso con «await» dentro del bucle.",
      ...where,
    };
  }
  const explanation =
    error instanceof SyntaxError ? explainSyntax(original, cell.source) : explainFailure(original);
  return {
    ...(explanation ?? { message: "La celda ha fallado mientras se ejecutaba." }),
    original: `${name}: ${original}`,
    ...where,
  };
}

function lineOf(error: unknown, name: string): number | undefined {
  if (!(error instanceof Error)) return undefined;
  const { loc, message, stack } = error as Error & { loc?: { line: number } };
  if (error instanceof NotebookError && error.line !== undefined) return error.line;
  if (loc) return loc.line;
  if (error instanceof SyntaxError) {
    const found = /\((\d+):\d+\)$/.exec(message);
    if (found) return Number(found[1]);
  }
  const place = new RegExp(`${sourceUrl(name)}:(\\d+)`).exec(stack ?? "");
  return place ? Number(place[1]) - LINES_BEFORE_BODY : undefined;
}

function explainSyntax(original: string, source: string): Explanation {
  const rules: [RegExp, (found: string) => Explanation][] = [
    [
      /Identifier '(.+?)' has already been declared/,
      (name) => ({
        message: `«${name}» está declarado dos veces en esta celda.`,
        hint: "Cambia el nombre de uno de los dos.",
      }),
    ],
    [
      /Assignment to (?:external variable|global) '(.+?)'/,
      (name) => ({
        message: `La celda cambia «${name}», que no es suyo.`,
        hint: "Un nombre solo lo cambia la celda que lo declara. Declara aquí otro con «const».",
      }),
    ],
    [
      /Global '(.+?)' cannot be redefined/,
      (name) => ({
        message: `«${name}» es un nombre del navegador y no se puede declarar.`,
        hint: "Elige otro nombre.",
      }),
    ],
    [
      /Unterminated (?:string|template)/,
      () => ({
        message: "Falta cerrar unas comillas.",
        hint: "Las comillas que abren y las que cierran son iguales: \" \", ' ' o ` `.",
      }),
    ],
    [
      /Unexpected export/,
      () => ({
        message: "Una celda no exporta: lo que declara ya lo ven las demás.",
        hint: "Quita la palabra «export».",
      }),
    ],
    [
      /await/i,
      () => ({
        message: "Hay un «await» donde no puede estar.",
        hint: "Dentro de una función, márcala con «async».",
      }),
    ],
  ];
  for (const [pattern, explain] of rules) {
    const found = pattern.exec(original);
    if (found) return explain(found[1] ?? "");
  }
  const bracket = unclosedBracket(source);
  const hint =
    bracket ??
    "Mira si en esa línea, o al final de la anterior, falta o sobra una coma, un paréntesis o una comilla.";
  return { message: "Aquí hay algo que no es JavaScript, y la celda no se ha ejecutado.", hint };
}

/** Of what the browser or a library says of a failure; undefined for what is not known. */
export function explainFailure(original: string): Explanation | undefined {
  const rules: [RegExp, (...found: string[]) => Explanation][] = [
    [
      /^(.+?) is not defined$|Can't find variable: (\S+)/,
      (name, other) => ({
        message: `«${name || other}» no está definido.`,
        hint: "Mira si está bien escrito o si falta la celda que lo declara.",
      }),
    ],
    [
      /Cannot access '(.+?)' before initialization|can't access lexical declaration '(.+?)' before/,
      (name, other) => ({
        message: `«${name || other}» se usa antes de la línea que lo declara.`,
        hint: "Sube la declaración, o baja el uso.",
      }),
    ],
    [
      /^(.+?) is not a function/,
      (name) => ({
        message: `«${name}» no es una función y la celda la llama.`,
        hint: "Mira si el nombre está bien escrito: con las funciones de una biblioteca importan las mayúsculas.",
      }),
    ],
    [
      /Cannot read properties of (?:undefined|null) \(reading '(.+?)'\)|can't access property "(.+?)"/,
      (name, other) => ({
        message: `Se pide «${name || other}» a algo que no existe.`,
        hint: "Un índice fuera de la lista o un nombre mal escrito da «undefined», y «undefined» no tiene nada dentro.",
      }),
    ],
    [
      /incompatible with layer|Error when checking|ndim|shape|dimension|rank|Negative|must match|broadcast|inner/i,
      () => ({
        message:
          "Las formas no encajan: una operación o una capa ha recibido un tensor de otro tamaño.",
        hint: "Escribe la forma de cada paso y compárala con la que espera el siguiente. Entre una convolución y una capa densa hace falta aplanar; un filtro no puede ser mayor que su entrada.",
      }),
    ],
    [
      /disposed/i,
      () => ({
        message: "Se usa un tensor que ya se había liberado.",
        hint: "Mira qué devuelve «tf.tidy»: lo demás que se crea dentro se libera al salir.",
      }),
    ],
    [
      /Maximum call stack|too much recursion/,
      () => ({
        message: "Una función se llama a sí misma sin fin.",
        hint: "Le falta el caso en que deja de llamarse.",
      }),
    ],
  ];
  for (const [pattern, explain] of rules) {
    const found = pattern.exec(original);
    if (found) return explain(...found.slice(1).map((text: string | undefined) => text ?? ""));
  }
  return undefined;
}
