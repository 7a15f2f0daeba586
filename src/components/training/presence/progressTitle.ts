// The progress of a training in the tab's title: «37 % · Entrenar la red», and «Terminado · …» if it has
// ended while nobody looked, until somebody does.
export interface ProgressTitle {
  /** @param ratio 0–1 */
  show: (ratio: number) => void;
  /** The title that the page had; behind the text, if there is one, until the tab is seen. */
  end: (text?: string) => void;
}

export function progressTitle(): ProgressTitle {
  let original: string | undefined;

  function restore(): void {
    if (original !== undefined) document.title = original;
    original = undefined;
  }

  function put(text: string): void {
    original ??= document.title;
    const title = `${text} · ${original}`;
    if (document.title !== title) document.title = title;
  }

  return {
    show(ratio) {
      put(`${Math.floor(100 * ratio)}\u00a0%`);
    },
    end(text) {
      if (text === undefined || document.visibilityState === "visible") {
        restore();
        return;
      }
      put(text);
      document.addEventListener("visibilitychange", restore, { once: true });
    },
  };
}
