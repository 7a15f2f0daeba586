import { describe, expect, test } from "vitest";
import {
  initialSweep,
  type SweepActivity,
  type SweepEvent,
  sweepMachine,
  sweepRatio,
  sweepStatus,
} from "../../../src/components/sweep/sweepMachine.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import type { Sweep } from "../../../src/lib/sweep/sweep.js";
import type { SweepProgress } from "../../../src/training/start/sweepRun.js";

const sweep: Sweep = {
  id: "uno",
  createdAt: 1,
  status: "running",
  runIds: ["a", "b", "c", "d"],
  base: defaultHyperparameters,
  axes: [],
  seeds: [1, 2, 3, 4],
};
const tally = { all: 4, done: 4, deleted: 0 };

function progressOf(status: SweepProgress["status"], index = 0): SweepProgress {
  return { index, status, ratio: 0.5, secondsLeft: 60, unsaved: true };
}

const progress = progressOf("running");

/** A state of each phase. */
const activities: { [Phase in SweepActivity["phase"]]: SweepActivity & { phase: Phase } } = {
  none: { phase: "none" },
  running: { phase: "running", sweep, progress },
  pausing: { phase: "pausing", sweep, progress },
  paused: { phase: "paused", sweep, progress: progressOf("paused") },
  cancelling: { phase: "cancelling", sweep, progress },
  ended: { phase: "ended", sweep: { ...sweep, status: "finished" }, tally },
  failed: { phase: "failed" },
};
type Phase = SweepActivity["phase"];

/** Each event, and the phase that it leads to from each phase; what is left out it does not change. */
const leads: Record<string, [SweepEvent, Partial<Record<Phase, Phase>>]> = {
  "the plan is not sound": [{ type: "refused", message: "mal" }, {}],
  "a notice comes": [{ type: "noticed", notice: { about: "saving", message: "no cabe" } }, {}],
  "a sweep begins": [
    { type: "begun", sweep },
    { none: "running", ended: "running", failed: "running" },
  ],
  "the data of a run come": [
    { type: "progress", progress: progressOf("loading") },
    { paused: "running" },
  ],
  "steps are done": [{ type: "progress", progress }, { paused: "running" }],
  "a run is paused": [
    { type: "progress", progress: progressOf("paused") },
    { running: "paused", pausing: "paused" },
  ],
  "Pausa is pressed": [{ type: "pauseAsked" }, { running: "pausing" }],
  "Continuar is pressed": [{ type: "resumeAsked" }, { paused: "running" }],
  "Cancelar is pressed": [
    { type: "cancelAsked" },
    { running: "cancelling", pausing: "cancelling", paused: "cancelling" },
  ],
  "it has ended": [
    { type: "ended", sweep, tally },
    { running: "ended", pausing: "ended", paused: "ended", cancelling: "ended" },
  ],
  "it fails": [
    { type: "failed", message: "se perdió" },
    { running: "failed", pausing: "failed", paused: "failed", cancelling: "failed" },
  ],
};

describe.each(Object.entries(leads))("when %s", (_, [event, next]) => {
  test.each(Object.entries(activities))("while %s", (phase, activity) => {
    const state = { ...initialSweep, activity };
    const after = sweepMachine(state, event);
    expect(after.activity.phase).toBe(next[phase as Phase] ?? phase);
    expect(state).toEqual({ ...initialSweep, activity }); // nothing is changed in place
  });
});

const begun: SweepEvent[] = [{ type: "begun", sweep }];

test("each run is announced once, with its place in the sweep", () => {
  const places = [0, 0, 1].map((index) => progressOf("running", index));
  const states = places.map((_, i) =>
    places
      .slice(0, i + 1)
      .reduce(
        (state, each) =>
          sweepMachine({ ...state, announcement: "" }, { type: "progress", progress: each }),
        begun.reduce(sweepMachine, initialSweep),
      ),
  );
  expect(states.map(({ announcement }) => announcement)).toEqual([
    "Entrenamiento 1 de 4",
    "",
    "Entrenamiento 2 de 4",
  ]);
});

test("a pause that waits for the next run is said until it is there", () => {
  const events: SweepEvent[] = [
    ...begun,
    { type: "pauseAsked" },
    { type: "progress", progress: progressOf("loading", 1) },
  ];
  const waiting = events.reduce(sweepMachine, initialSweep);
  expect(sweepStatus(waiting.activity)).toBe("En pausa al acabar este paso…");
  const paused = sweepMachine(waiting, { type: "progress", progress: progressOf("paused", 1) });
  expect(sweepStatus(paused.activity)).toBe("En pausa. Entrenamiento 2 de 4.");
});

test("a failure says why, and that there is something unsaved is remembered", () => {
  const events: SweepEvent[] = [
    ...begun,
    { type: "progress", progress },
    { type: "noticed", notice: { about: "saving", message: "no cabe" } },
    { type: "failed", message: "se perdió" },
  ];
  const failed = events.reduce(sweepMachine, initialSweep);
  expect(failed.messages).toEqual([{ kind: "problem", text: "se perdió" }]);
  expect(failed.unsaved).toBe(true);
});

test("the part that is done counts the runs before, and is not known while data come", () => {
  const ratios = (["running", "paused", "loading"] as const).map((status) =>
    sweepRatio({ phase: "running", sweep, progress: progressOf(status, 2) }),
  );
  expect(ratios).toEqual([0.625, 0.625, undefined]);
  expect(sweepRatio(activities.ended)).toBe(1);
  expect(sweepRatio({ phase: "ended", sweep: { ...sweep, status: "cancelled" }, tally })).toBe(
    undefined,
  );
});

test("every phase has its sentence", () => {
  expect(Object.values(activities).map((activity) => sweepStatus(activity))).toEqual([
    "Sin empezar.",
    expect.stringMatching(/^Entrenamiento 1 de 4 · queda: /),
    "En pausa al acabar este paso…",
    "En pausa. Entrenamiento 1 de 4.",
    "Cancelando y evaluando la red…",
    "Barrido terminado: 4 entrenamientos.",
    "El barrido no ha podido seguir.",
  ]);
});
