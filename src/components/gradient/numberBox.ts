// A box for one number, as a Spanish reader types it. What is no number stays in the box, marked, and the one
// that was there is still the one that counts.
import { html } from "htl";
import { formatNumber } from "../../lib/text/format.js";
import { parseNumber, typedNumber } from "../../lib/text/parseNumber.js";
import { shortNumber } from "./handText.js";
import type { ProblemNote } from "./problemNote.js";

/** Characters that a box has room for. */
const WIDEST = 7;

export interface NumberBoxOptions {
  /** Its name, for a reader who does not see where it stands. */
  label: string;
  min: number;
  /** Asked each time. */
  max: number;
  /** It counts something. */
  whole?: boolean;
  onWrite: (value: number) => void;
  /** Where what was typed is spoken of. */
  problems: ProblemNote;
}

export interface NumberBox {
  element: HTMLInputElement;
  write: (value: number) => void;
}

export function numberBox(options: NumberBoxOptions): NumberBox {
  const { label, whole = false, onWrite, problems } = options;
  let value = NaN;
  const element = html`<input aria-label=${label} autocomplete="off" />` as HTMLInputElement;
  const show = () => {
    element.value = boxText(value);
    element.title = typedNumber(value);
    element.removeAttribute("aria-invalid");
    problems.tell(label, "");
  };
  element.onchange = () => {
    const typed = parseNumber(element.value, { whole });
    const problem = problemOf(typed, element.value, options);
    if (problem === undefined) {
      if (typed === value) show();
      else onWrite(typed);
      return;
    }
    element.setAttribute("aria-invalid", "true");
    problems.tell(
      label,
      `${label}: ${problem}. Mientras tanto vale ${boxText(value)}, como antes.`,
    );
  };
  element.onkeydown = ({ key }) => {
    if (key === "Escape" && element.hasAttribute("aria-invalid")) show();
  };
  return {
    element,
    write(next) {
      if (Object.is(next, value)) return;
      value = next;
      show();
    },
  };
}

function problemOf(typed: number, text: string, options: NumberBoxOptions): string | undefined {
  const { min, max, whole } = options;
  if (Number.isNaN(typed)) {
    return whole
      ? `«${text}» no es un número entero: escribe, por ejemplo, 3`
      : `«${text}» no es un número: escribe, por ejemplo, 0,5`;
  }
  return typed < min || typed > max
    ? `«${text}» se sale: escribe un número entre ${formatNumber(min)} y ${formatNumber(max)}`
    : undefined;
}

/** To the last digit where there is room for it. */
function boxText(value: number): string {
  const exact = typedNumber(value).replace("-", "−");
  return exact.length <= WIDEST ? exact : shortNumber(value);
}
