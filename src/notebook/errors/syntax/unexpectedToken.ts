// The parser says «Unexpected token» of most faults. What stands there, and before it, tells them apart.
import type { Explanation } from "../explanation.js";
import { type Check, python } from "./pythonHabits.js";

/** @param line of the token, from 1; column from 0 */
export function explainToken(source: string, line: number, column: number): Explanation {
  const lines = source.split("\n");
  const text = lines[line - 1] ?? "";
  const [token] = /^(?:[\p{L}\p{N}_$]+|=>|->|:=|\*\*|[=!<>]=+|\S)/u.exec(text.slice(column)) ?? [
    "",
  ];
  const previous = lines.slice(0, line - 1).findLast((other) => other.trim() !== "") ?? "";
  const before = text.slice(0, column);
  const place = {
    before: before.trim() === "" ? previous : before,
    token,
    after: text.slice(column + token.length),
  };
  for (const check of checks) {
    const explanation = check(place);
    if (explanation) return explanation;
  }
  return token === ""
    ? { message: "El código se acaba antes de tiempo: falta algo al final." }
    : {
        message: `Aquí no puede estar «${token}».`,
        hint: "Mira si en esa línea, o al final de la anterior, falta o sobra una coma, un paréntesis o una comilla.",
      };
}

const arrows: Check = ({ token, before }) => {
  if (token === "->" || (before.endsWith("-") && token === ">")) {
    return { message: "La flecha de una función se escribe «=>»." };
  }
  if (token === ":=" || (/\b(?:const|let|var)\s+\S+\s*$/.test(before) && /^==+$/.test(token))) {
    return { message: "Para dar un valor se escribe un solo «=»." };
  }
  return undefined;
};

const declarations: Check = ({ before, token }) => {
  const [, nameless] = /(?:^|[\s;}])(function|class)\s*$/.exec(before) ?? [];
  if (nameless !== undefined && !/^[\p{L}_$]/u.test(token)) {
    return { message: `A la ${nameless === "class" ? "clase" : "función"} le falta el nombre.` };
  }
  if (/\b(?:const|let|var)\s*(?:\{[^=]*\}|\[[^=]*\])\s*$/.test(before) && token === ";") {
    return {
      message: "Falta de dónde se sacan esos nombres.",
      hint: "Por ejemplo, const {a, b} = objeto;",
    };
  }
  const [, word, name] =
    /\b(const|let|var|function|class)\s+([\p{L}\p{N}_$]*)\s*$/u.exec(before) ?? [];
  if (word === "const" && (token === ";" || token === ",") && name !== "") {
    return { message: `A «${name!}» le falta su valor.`, hint: `Se escribe: const ${name!} = …;` };
  }
  if (word === "function" && token === "{") {
    return {
      message: `A la función «${name!}» le faltan los paréntesis de sus parámetros.`,
      hint: `Se escribe: function ${name!}() { … }`,
    };
  }
  if (name === undefined || name === "") return undefined;
  if (/^[-\p{L}\p{N}]/u.test(token)) {
    return {
      message: "Un nombre no lleva espacios ni guiones.",
      hint: "Únelos: «miRed» o «mi_red».",
    };
  }
  if (token === ":") {
    return {
      message: "Aquí no se escriben tipos, como en TypeScript.",
      hint: "Quita los dos puntos y el tipo.",
    };
  }
  return undefined;
};

const statements: Check = ({ before, token }) => {
  const [, word] = /(?:^|[\s;}])(if|for|while|switch|catch)\s*$/.exec(before) ?? [];
  if (word !== undefined && token !== "(") {
    return {
      message: `Detrás de «${word}» van unos paréntesis.`,
      hint: `Se escribe: ${word} (…) { … }`,
    };
  }
  if (token === "else") {
    return {
      message: "«else» va justo detrás del bloque de un «if».",
      hint: "if (…) { … } else { … }",
    };
  }
  if (token === "catch") {
    return {
      message: "«catch» va justo detrás del bloque de un «try».",
      hint: "try { … } catch (error) { … }",
    };
  }
  const [, header] = /\bfor\s*\(([^()]*)$/.exec(before) ?? [];
  if (header !== undefined && token === ")" && !/\b(?:of|in)\b/.test(header)) {
    return {
      message: "Entre los paréntesis de «for» van tres partes, con un «;» entre cada dos.",
      hint: "Por ejemplo: for (let i = 0; i < 3; i++) { … }",
    };
  }
  const [, tried] = /\b(try|do|finally)\s*$/.exec(before) ?? [];
  if (tried !== undefined) return { message: `Detrás de «${tried}» va un bloque entre llaves.` };
  return undefined;
};

const objects: Check = ({ before, token }) =>
  token === ":" && /^\s*\{[^{}]*:[^{}]*,\s*[\p{L}\p{N}_$"']+\s*$/u.test(before)
    ? {
        message: "Una línea que empieza por «{» abre un bloque, no un objeto.",
        hint: "Para que sea un objeto, rodéalo con paréntesis: ({a: 1, b: 2})",
      }
    : undefined;

const operators: Check = ({ before, token, after }) => {
  if (/\?[^:.?]*$/.test(before) && /^(?:[;)]|)$/.test(token) && !/[([{,]\s*$/.test(before)) {
    return { message: "Al «?» le falta su «:».", hint: "Se escribe: condición ? un valor : otro." };
  }
  const [operator] = /(?:=>|[-+*/%=<>&|!?:]+)\s*$/.exec(before) ?? [];
  if (operator !== undefined && /^(?:[;,)\]}:]|)$/.test(token)) {
    return { message: `Detrás de «${operator.trim()}» falta algo.` };
  }
  if (token === "<" && /^\w/.test(after) && /(?:^|[=(,:;])\s*$/.test(before)) {
    return {
      message: "El HTML no se escribe suelto en el código.",
      hint: "Se escribe con html`<p>…</p>`.",
    };
  }
  if (token === "**") {
    return {
      message: "Un número con signo delante de «**» va entre paréntesis.",
      hint: "(-1) ** 2",
    };
  }
  return undefined;
};

/** Two values side by side. */
const commas: Check = ({ before, token }) => {
  const [, first] = /([\p{L}\p{N}_$.]+|["'`][^"'`]*["'`]|[)\]}])\s*$/u.exec(before) ?? [];
  if (first === undefined || /^(?:function|class)$/.test(first)) return undefined;
  if (!/^[\p{L}\p{N}_$"'`{[]/u.test(token)) return undefined;
  const pair = `entre «${first}» y «${token}»`;
  return /^["'`]/.test(first) && /^\p{L}/u.test(token) && !/\s$/.test(before)
    ? {
        message: `Las comillas se cierran antes de «${token}».`,
        hint: 'Si el texto lleva unas comillas dentro, rodéalo con otras: "it\'s".',
      }
    : { message: `Falta algo ${pair}.`, hint: "Una coma, un operador, o un punto y coma." };
};

const keywords: Check = ({ token }) =>
  /^(?:return|const|let|var|if|for|while|do|switch|case|default|break|continue|throw|try|import|export|function|class|new|in|of|this|typeof)$/.test(
    token,
  )
    ? {
        message: `«${token}» es una palabra de JavaScript y no puede estar aquí.`,
        hint: "Mira si antes falta un punto y coma, un paréntesis o un valor.",
      }
    : undefined;

const checks: readonly Check[] = [
  python,
  arrows,
  declarations,
  statements,
  objects,
  operators,
  commas,
  keywords,
];
