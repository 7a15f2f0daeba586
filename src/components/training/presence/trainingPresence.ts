// What the browser does for a training beyond the page: the tab's title, an awake screen, the question
// before a run is left that the browser has not saved.
import { leaveGuard } from "./leaveGuard.js";
import { progressTitle } from "./progressTitle.js";
import { screenWakeLock } from "./screenWakeLock.js";

export interface TrainingPresence {
  /** @param ratio of the run, 0–1 @param unsaved whether the browser has not saved it, so that leaving loses it */
  running: (ratio: number, unsaved: boolean) => void;
  /** `unsaved` as it stands at the pause, which saves if it can. */
  paused: (ratio: number, unsaved: boolean) => void;
  /** Over: the text is for a tab that is not seen. */
  ended: (text: string | undefined, unsaved: boolean) => void;
}

export function trainingPresence(): TrainingPresence {
  const title = progressTitle();
  const wakeLock = screenWakeLock();
  const leave = leaveGuard();
  return {
    running(ratio, unsaved) {
      wakeLock.want(true);
      title.show(ratio);
      leave.guard(unsaved);
    },
    paused(ratio, unsaved) {
      wakeLock.want(false);
      title.show(ratio);
      leave.guard(unsaved);
    },
    ended(text, unsaved) {
      wakeLock.want(false);
      title.end(text);
      leave.guard(unsaved);
    },
  };
}
