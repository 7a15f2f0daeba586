// Shows what comes too fast to be seen one after the other, each for a moment; where the reader wants less motion,
// only the last.

/** For how long each is seen, at least. */
const SHOWN_MS = 45;

export interface ViewPlayer<View> {
  add: (view: View) => void;
  /** Resolves to the last one added, when it is shown; there is one. */
  ended: () => Promise<View>;
}

export function viewPlayer<View>(show: (view: View) => void): ViewPlayer<View> {
  let waiting: View[] = [];
  let last: View;
  let playing: Promise<void> | undefined;
  async function play(): Promise<void> {
    while (waiting.length > 0) {
      const next = wantsLessMotion() ? waiting.pop()! : waiting.shift()!;
      if (wantsLessMotion()) waiting = [];
      show(next);
      await pause(SHOWN_MS);
    }
    playing = undefined;
  }
  return {
    add(view) {
      last = view;
      waiting.push(view);
      playing ??= play();
    },
    async ended() {
      await playing;
      return last;
    },
  };
}

function wantsLessMotion(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
