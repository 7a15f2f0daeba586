// What a training session tells, as events of the panel's machine; what there is to draw goes to `show`.
import type { TrainingEvent } from "./trainingMachine.js";
import type { Run } from "../../../lib/run/run.js";
import type { TrainingListener } from "../../../training/start/startTraining.js";

export interface TrainingListenerOptions {
  send: (event: TrainingEvent) => void;
  /** Called whenever there is something new to draw. */
  show: (run: Run) => void;
  started: (run: Run) => void;
  /** The reader has ended the run in its middle: it can go on. */
  stopped: (run: Run) => void;
}

export function trainingListener(options: TrainingListenerOptions): TrainingListener {
  const { send, show, started, stopped } = options;
  return {
    onLoading({ receivedBytes, totalBytes }) {
      send({ type: "loading", receivedBytes, totalBytes });
    },
    onPreparing() {
      send({ type: "preparing" });
    },
    onStarted(run) {
      started(run);
      send({ type: "started", run });
      show(run);
    },
    onProgress(run, progress) {
      send({ type: "progress", run, progress });
      show(run);
    },
    onInspected(inspection) {
      send({ type: "inspected", inspection });
    },
    onEnded(run) {
      send({ type: "ended", run });
      show(run);
      if (run.status === "stopped") stopped(run);
    },
    onNotice(notice) {
      send({ type: "noticed", notice });
    },
    onFailed(message, retry) {
      send({ type: "failed", message, retry });
    },
  };
}
