import { describe, expect, test } from "vitest";
import {
  describeVersion,
  type VersionEvent,
  versionMachine,
  type VersionState,
} from "../../../src/components/offline/versionMachine.js";

const quiet: VersionState = { phase: "quiet" };
const offered: VersionState = { phase: "offered", version: "b" };
const waiting: VersionState = { phase: "waiting", version: "b" };
const takingOver: VersionState = { phase: "takingOver" };
const former: VersionState = { phase: "former" };

const found: VersionEvent = { type: "found", version: "b" };
const newer: VersionEvent = { type: "found", version: "c" };
const agreed: VersionEvent = { type: "agreed", isTraining: false };
const agreedTraining: VersionEvent = { type: "agreed", isTraining: true };
const trainingOver: VersionEvent = { type: "trainingOver" };
const putOff: VersionEvent = { type: "putOff" };
const tookOver: VersionEvent = { type: "tookOver" };

describe("the bar of a new version", () => {
  test.for<[VersionState, VersionEvent, VersionState]>([
    [quiet, found, offered],
    [quiet, tookOver, former],
    [offered, agreed, takingOver],
    [offered, agreedTraining, waiting],
    [offered, putOff, quiet],
    [offered, newer, { phase: "offered", version: "c" }],
    [offered, tookOver, former],
    [waiting, trainingOver, takingOver],
    [waiting, putOff, quiet],
    [waiting, newer, { phase: "offered", version: "c" }],
    [waiting, tookOver, former],
    [former, putOff, quiet],
  ])("%o, %o", ([state, event, next]) => {
    expect(versionMachine(state, event)).toEqual(next);
  });

  test.for<[VersionState, VersionEvent]>([
    [quiet, agreed],
    [quiet, trainingOver],
    [offered, found],
    [offered, trainingOver],
    [waiting, found],
    [waiting, agreed],
    [takingOver, found],
    [takingOver, agreed],
    [takingOver, putOff],
    [takingOver, tookOver],
    [former, found],
    [former, agreed],
    [former, trainingOver],
  ])("%o is not changed by %o", ([state, event]) => {
    expect(versionMachine(state, event)).toBe(state);
  });

  test("says something in every state but the quiet one", () => {
    expect(describeVersion(quiet)).toBe("");
    for (const state of [offered, waiting, takingOver, former]) {
      expect(describeVersion(state)).toMatch(/[.…]$/);
    }
  });
});
