// Framework shows an error in English in every cell that needs the one that has failed, and in those that
// cannot do with what it gives them. The changed cell itself says more, beside its code.
import { explainFailure } from "./explainError.js";

const ENGLISH = /^(\w*Error): ([^]*)$/;

/** From now on they say it in Spanish. */
export function translateFailures(): void {
  new MutationObserver(translate).observe(document.querySelector("#observablehq-main")!, {
    childList: true,
    subtree: true,
  });
  translate();
}

function translate(): void {
  for (const shown of document.querySelectorAll(".observablehq--error")) {
    const [original, name, message] = ENGLISH.exec(shown.textContent) ?? [];
    if (original === undefined) continue;
    shown.textContent =
      name === "RuntimeError"
        ? `No se puede calcular todavía. ${message!}`
        : `No se puede calcular. ${explainFailure(message!)?.message ?? ""} Mira las celdas que has cambiado: esta usa algo de ellas. (${original})`;
  }
}
