// Framework shows an error in English in every cell that needs the one that has failed.
const ENGLISH = /^RuntimeError: /;

/** From now on they say it in Spanish, with what the failing cell says. */
export function translateFailures(): void {
  new MutationObserver(translate).observe(document.querySelector("#observablehq-main")!, {
    childList: true,
    subtree: true,
  });
}

function translate(): void {
  for (const shown of document.querySelectorAll(".observablehq--error")) {
    const text = shown.textContent;
    if (ENGLISH.test(text))
      shown.textContent = text.replace(ENGLISH, "No se puede calcular todavía. ");
  }
}
