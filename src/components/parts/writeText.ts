/** Gives an element this text, unless it has it: what a screen reader is told stays untold. */
export function writeText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
