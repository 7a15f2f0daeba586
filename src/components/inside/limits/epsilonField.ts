// How far each pixel is moved: a slider, and a button that looks for the least that fools the network. An input for
// `view()`: its value is ε, a whole number of levels of grey.
import { html } from "htl";
import { errorMessage } from "../../../lib/errors/errorMessage.js";
import { formatCount } from "../../../lib/text/format.js";

export interface EpsilonFieldOptions {
  initial?: number | undefined;
  most?: number;
  onChoose?: (epsilon: number) => void;
}

export type EpsilonField = HTMLElement & {
  value: number;
  /** What the button asks: the least ε that fools the network; undefined: none does. */
  search: () => Promise<number | undefined>;
  /** Takes back what was said of a search: the question is another now. */
  forget: () => void;
};

export function epsilonField({
  initial = 0,
  most = 64,
  onChoose,
}: EpsilonFieldOptions = {}): EpsilonField {
  const { element, range, message, show } = epsilonView(most, () => void look());
  const asking = { question: 0, search: 0 };
  const forget = (): void => {
    asking.question++;
    message.textContent = "";
  };
  const search = (): Promise<undefined> => Promise.resolve(undefined);
  const result: EpsilonField = Object.assign(element, { value: show(initial), search, forget });
  function choose(epsilon: number): void {
    result.value = show(epsilon);
    element.dispatchEvent(new CustomEvent("input", { bubbles: true }));
  }
  async function look(): Promise<void> {
    const own = ++asking.search;
    try {
      const found = await searchOf(result, asking);
      if (own !== asking.search) return; // the reader has moved the slider meanwhile
      message.textContent = describeFound(found);
      if (found === undefined) return;
      choose(found);
      onChoose?.(found);
    } catch (error) {
      message.textContent = errorMessage(error);
    }
  }
  range.addEventListener("input", (event) => {
    event.stopPropagation();
    asking.search++;
    forget();
    choose(range.valueAsNumber);
  });
  range.addEventListener("change", () => onChoose?.(result.value));
  return result;
}

/** What is found for the garment and the class as they stand then: a search of others is made again. */
async function searchOf(
  field: EpsilonField,
  asking: { question: number },
): ReturnType<EpsilonField["search"]> {
  const { question } = asking;
  const found = await field.search();
  return question === asking.question ? found : searchOf(field, asking);
}

/** The slider, the button and what is said; the slider grows as far as it must. */
function epsilonView(most: number, onSearch: () => void) {
  const range = html`<input type="range" id="epsilon" min="0" max=${most} />` as HTMLInputElement;
  const output = html`<output for="epsilon"></output>`;
  const message = html`<p class="figure-label" role="status"></p>`;
  const element = html`<div class="epsilon-field">
    <label for="epsilon">ε</label> ${range}${output}
    <button type="button" onclick=${onSearch}>Busca el ε más pequeño que la engaña</button>
    ${message}
  </div>`;
  const show = (epsilon: number): number => {
    range.max = String(Math.max(most, epsilon));
    range.valueAsNumber = epsilon;
    output.textContent = formatCount(range.valueAsNumber, "nivel de gris", "niveles de gris");
    range.setAttribute("aria-valuetext", output.textContent);
    return range.valueAsNumber;
  };
  return { element, range, message, show };
}

function describeFound(epsilon: number | undefined): string {
  if (epsilon === undefined) return "Ningún ε de 0 a 255 la engaña así: prueba con otra clase.";
  if (epsilon === 0) return "No hace falta cambiar nada: la red ya dice eso.";
  return `El más pequeño es ${epsilon}. Se han probado los 255.`;
}
