import { describe, expect, test } from "vitest";
import {
  ARROWS,
  type HandEvent,
  type HandState,
  nextHandState,
  startingNumbers,
} from "../../../src/components/gradient/handMachine.js";
import { parametersOf } from "../../../src/lib/network/byHand/handNetwork.js";
import { handCode, handStart } from "./handStart.js";

const start = startingNumbers(handStart);
const first: HandState = { numbers: start, past: [], arrows: 0 };
const after = (...events: HandEvent[]) =>
  events.reduce((state, event) => nextHandState(state, event, { code: handCode, start }), first);
const step: HandEvent = { type: "step" };
const undo: HandEvent = { type: "undo" };
const write = (index: number, value: number): HandEvent => ({
  type: "write",
  place: { of: "parameter", index },
  value,
});

describe("the network by hand", () => {
  test("each kind of number is written in its place", () => {
    expect(parametersOf(after(write(9, 7)).numbers.network)[9]).toBe(7);
    expect(
      after({ type: "write", place: { of: "pixel", index: 3 }, value: 0.25 }).numbers.example,
    ).toMatchObject({ label: 0, image: [0, 0, 0, 0.25, ...handStart.image.slice(4)] });
    expect(after({ type: "write", place: { of: "label" }, value: 1 }).numbers.example.label).toBe(
      1,
    );
    const { learningRate, momentum } = after(
      { type: "write", place: { of: "learningRate" }, value: 3 },
      { type: "write", place: { of: "momentum" }, value: 0 },
    ).numbers;
    expect({ learningRate, momentum }).toEqual({ learningRate: 3, momentum: 0 });
  });

  test("steps add up, and lower the loss of the page's first numbers", () => {
    const { losses } = after(step, step, step, step).numbers;
    expect(losses.length).toBe(4);
    expect(losses).toEqual(losses.toSorted((a, b) => b - a));
    expect(losses[0]).toBeCloseTo(0.999, 3);
  });

  test("a number written after a step begins at rest, with no steps taken; another rate does not", () => {
    expect(after(step, write(0, 1)).numbers).toMatchObject({
      losses: [],
      velocities: Array<number>(14).fill(0),
    });
    const faster = after(step, { type: "write", place: { of: "learningRate" }, value: 1 }).numbers;
    expect(faster.losses.length).toBe(1);
    expect(faster.velocities).toEqual(after(step).numbers.velocities);
  });

  test("every change can be undone, the way back to the start too, and no more than there are", () => {
    const changed = after(step, write(2, 5), step);
    expect(after(step, write(2, 5), step, undo).numbers).toEqual(after(step, write(2, 5)).numbers);
    expect(after(step, write(2, 5), undo, undo)).toEqual(first);
    expect(after(undo)).toEqual(first);
    const restarted = after(step, write(2, 5), step, { type: "restart" });
    expect(restarted.numbers).toEqual(start);
    expect(nextHandState(restarted, undo, { code: handCode, start }).numbers).toEqual(
      changed.numbers,
    );
  });

  test("the arrows go from none to all, and are no change to undo", () => {
    expect(after({ type: "show", arrows: 3 })).toEqual({ ...first, arrows: 3 });
    expect(after({ type: "show", arrows: -1 }).arrows).toBe(0);
    expect(after({ type: "show", arrows: 99 }).arrows).toBe(ARROWS);
  });

  test("lists of another length are refused with what was expected", () => {
    expect(() => startingNumbers({ ...handStart, image: [1, 2] })).toThrow(
      "La imagen lleva 16 números, y aquí hay 2.",
    );
    expect(() => startingNumbers({ ...handStart, filter: [] })).toThrow(
      "El filtro lleva 9 números",
    );
    expect(() => startingNumbers({ ...handStart, label: 2 })).toThrow(
      "La clase verdadera es 0 o 1",
    );
  });
});
