// What is wrong with the numbers that were typed, one sentence a box, as long as they stand there.
import { html } from "htl";

export interface ProblemNote {
  element: HTMLElement;
  /** @param problem empty: there is none any more */
  tell: (about: string, problem: string) => void;
}

export function problemNote(): ProblemNote {
  const problems = new Map<string, string>();
  const element = html`<p class="hand-problem" role="alert"></p>`;
  return {
    element,
    tell(about, problem) {
      if (problem === "") problems.delete(about);
      else problems.set(about, problem);
      const text = [...problems.values()].join(" ");
      if (element.textContent !== text) element.textContent = text;
    },
  };
}
