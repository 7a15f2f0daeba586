// What readers of the original notebook write by habit, and JavaScript does not understand.
import type { Explanation } from "../explanation.js";

/** Where the parser met a token that it did not expect. */
export interface Place {
  /** The line up to the token that was not expected. */
  before: string;
  /** That token; "" at the end of the code. */
  token: string;
  /** What follows it in the line. */
  after: string;
}

/** Explains the fault if it is one of those that it knows. */
export type Check = (place: Place) => Explanation | undefined;

/** Definitions, imports, blocks and `print` as in Python. */
export const python: Check = ({ before, token, after }) => {
  const line = `${before}${token}${after}`.trim();
  if (/^(?:async )?def /.test(line)) {
    return {
      message: "En JavaScript una función no se define con «def».",
      hint: "Se escribe: function doble(x) { return 2 * x; }",
    };
  }
  if (/^print\b/.test(line)) {
    return { message: "En JavaScript no hay «print».", hint: "Para ver un valor, usa display(…)." };
  }
  if (/^(?:import|from) [^{*"]*$/.test(line)) {
    return {
      message: "Así no se importa en JavaScript.",
      hint: 'Se escribe: import {nombre} from "./modulo.js"; «tf», «d3», «Plot» e «Inputs» se usan sin importarlos.',
    };
  }
  if (/^(?:if|elif|else|for|while|class)\b(?!\s*\().*:$/.test(line)) {
    return {
      message: "En JavaScript los bloques van entre llaves, no detrás de dos puntos.",
      hint: "Por ejemplo: for (const x of lista) { … }",
    };
  }
  return undefined;
};
