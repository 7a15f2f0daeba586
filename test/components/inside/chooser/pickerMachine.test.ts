import { describe, expect, test } from "vitest";
import {
  initialPicker,
  type PickerEvent,
  pickerMachine,
  tallyText,
} from "../../../../src/components/inside/chooser/pickerMachine.js";
import { everyImage } from "../../../../src/components/inside/chooser/testSelection.js";

const known = { labels: Uint8Array.from({ length: 10_000 }, (_, i) => i % 10) };
const begun = (initial = 0) => initialPicker(known, 200, initial);
const after = (events: readonly PickerEvent[], initial?: number) =>
  events.reduce(pickerMachine, begun(initial));

describe("the number of an image", () => {
  test("is read as a Spanish reader types it", () => {
    const events: PickerEvent[] = [{ type: "arrived" }, { type: "typed", text: " 1.234 " }];
    expect(after(events)).toMatchObject({ current: 1234, problem: "" });
  });

  test.each(["10000", "-1", "2,5", "doce", ""])("«%s» is refused, and nothing is lost", (text) => {
    const { current, isChosen, problem } = after([{ type: "typed", text }], 7);
    expect({ current, isChosen }).toEqual({ current: 7, isChosen: true });
    expect(problem).toContain("de 0 a 9.999");
  });

  test.each([NaN, -1, 10_000, 1.5])("%d of a link is refused: the first stands there", (number) => {
    expect(begun(number)).toMatchObject({ current: 0, awaited: undefined });
    expect(begun(number).problem).toContain("de 0 a 9.999");
  });
});

describe("an image that is not here yet", () => {
  test("is awaited, and picked when all have come", () => {
    const waiting = begun(4321);
    expect(waiting).toMatchObject({ current: 0, awaited: 4321 });
    expect(waiting.problem).toContain("La imagen 4.321");
    expect(pickerMachine(waiting, { type: "arrived" })).toMatchObject({
      current: 4321,
      awaited: undefined,
      problem: "",
    });
  });

  test("is forgotten when the reader picks another meanwhile", () => {
    const events: PickerEvent[] = [{ type: "picked", index: 5 }, { type: "arrived" }];
    expect(after(events, 4321)).toMatchObject({ current: 5, awaited: undefined });
  });
});

test("another selection changes what is offered, not what is chosen", () => {
  const selection = { ...everyImage, classIndex: 3 };
  const state = after([{ type: "selected", selection }], 7);
  expect(state.current).toBe(7);
  expect([...state.offered].slice(0, 3)).toEqual([3, 13, 23]);
  expect(tallyText(state)).toBe("20 de las 200 primeras imágenes de prueba.");
  expect(pickerMachine(state, { type: "stepped", step: 1 }).current).toBe(13);
});

test("a draw picks the first of its order", () => {
  const state = after([{ type: "drawn", selection: { ...everyImage, seed: 1 } }]);
  expect(state.current).toBe(state.offered[0]);
});

test("a selection that nothing meets leaves the choice, and says so", () => {
  const selection = { ...everyImage, outcome: "wrong" } as const;
  const events: PickerEvent[] = [
    { type: "selected", selection },
    { type: "stepped", step: 1 },
    { type: "drawn", selection },
  ];
  const state = after(events, 7);
  expect(state.current).toBe(7);
  expect(tallyText(state)).toBe("Ninguna de las 200 primeras imágenes de prueba es así.");
});

test("when the garment comes from elsewhere, the image waits to be picked again", () => {
  const left = after([{ type: "left" }], 7);
  expect(left.isChosen).toBe(false);
  expect(pickerMachine(left, { type: "picked", index: 7 }).isChosen).toBe(true);
});
