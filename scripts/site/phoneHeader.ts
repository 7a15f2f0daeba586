// The header of a page on a phone: where I am in the notebook, and the way on. Its menu is Framework's own toggle of
// the sidebar, which the style sheet lays over its left end; a wide window, with its sidebar, shows none of it.
export interface SitePage {
  name: string;
  /** `/entrenar`. */
  path: string;
}

/** @param path of the page, as Framework gives it @param groups as in the configuration */
export function phoneHeader(
  path: string,
  groups: readonly { pages: readonly SitePage[] }[],
): string {
  const pages = groups.flatMap((group) => group.pages);
  const at = pages.findIndex((page) => page.path === path);
  const next = pages[at + 1];
  const here = at < 0 ? "Inicio" : `<span>${at + 1} de ${pages.length} ·</span> ${pages[at]!.name}`;
  const onward =
    next === undefined || (at < 0 && path !== "/index")
      ? ""
      : `<a class="onward" href="${next.path}" rel="next" aria-label="Siguiente: ${next.name}">→</a>`;
  return `<p class="whereabouts">${here}</p>${onward}`;
}
