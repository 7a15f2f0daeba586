// Framework shows an error in English in every cell that needs the one that has failed, and in those that
// cannot do with what it gives them. spanishInterface.ts has put that in Spanish; once the notebook is open it
// is known which cell it was. The changed cell itself says more, beside its code.
import { failureOrigin } from "../runtime/failureOrigin.js";
import { dependentFailureText, ownFailureText } from "./failureText.js";
import { pageRuntime } from "../runtime/pageRuntime.js";

const ENGLISH = /^\w*(?:Error|Exception): /;

/** From now on they say it in Spanish. */
export function translateFailures(): void {
  new MutationObserver(translateAll).observe(document.querySelector("#observablehq-main")!, {
    childList: true,
    subtree: true,
  });
  translateAll();
}

function translateAll(): void {
  for (const shown of document.querySelectorAll<HTMLElement>(".observablehq--error")) {
    if (ENGLISH.test(shown.dataset["original"] ?? shown.textContent)) void translate(shown);
  }
}

async function translate(shown: HTMLElement): Promise<void> {
  const block = shown.closest(".observablehq--block");
  shown.dataset["original"] = ""; // told
  shown.textContent = "No se puede calcular todavía."; // until it is known why
  const origin = block && (await failureOrigin(await pageRuntime(), block));
  if (!origin) return;
  shown.textContent =
    origin.name === undefined ? ownFailureText(origin.error) : dependentFailureText(origin);
}
