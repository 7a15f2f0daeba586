import { expect, test } from "vitest";
import {
  shownButtons,
  statusText,
} from "../../../src/components/training/panel/trainingDisplay.js";
import { trainingMachine } from "../../../src/components/training/panel/trainingMachine.js";
import { activities, after, begun, progress, run, runThat } from "./trainingPhases.js";

test("one step leads from the beginning to a pause, with the buttons of a pause from then on", () => {
  const first = after(
    { type: "begun", advance: "step" },
    { type: "preparing" },
    { type: "started", run },
  );
  const begun = trainingMachine(first, { type: "progress", run, progress });
  expect([begun.activity.phase, shownButtons(begun.activity)]).toEqual(["firstStep", "loading"]);
  const paused = trainingMachine(begun, { type: "progress", run: runThat("paused"), progress });
  expect(shownButtons(paused.activity)).toBe("paused");
  const second = trainingMachine(paused, { type: "resumeAsked", advance: "step" });
  expect([second.activity.phase, shownButtons(second.activity)]).toEqual(["nextStep", "paused"]);
});

test("a pause and a stop that were asked for are said until they are done", () => {
  const pausing = after(...begun, { type: "pauseAsked" }, { type: "progress", run, progress });
  expect(statusText(pausing.activity)).toBe("En pausa al acabar este paso…");
  const stopping = trainingMachine(pausing, { type: "stopAsked" });
  const late = trainingMachine(stopping, { type: "progress", run: runThat("paused"), progress });
  expect(statusText(late.activity)).toBe("Deteniendo y evaluando la red…");
});

test("every phase has its sentence and its buttons", () => {
  const shown = Object.entries(activities).map(([phase, activity]) => [
    phase,
    shownButtons(activity),
    statusText(activity).split(/[ .]/)[0],
  ]);
  expect(shown).toEqual([
    ["none", "idle", "Sin"],
    ["loading", "loading", "Descargando"],
    ["preparing", "loading", "Preparando"],
    ["running", "running", "Época"],
    ["firstStep", "loading", "Época"],
    ["nextStep", "paused", "Época"],
    ["pausing", "running", "En"],
    ["stopping", "running", "Deteniendo"],
    ["paused", "paused", "En"],
    ["ended", "idle", "Entrenamiento"],
    ["cancelled", "idle", "Entrenamiento"],
    ["failed", "idle", "El"],
  ]);
});
