import { expect, test } from "vitest";
import { formerStore } from "../../fixtures/formerData.js";
import { readChosen, readEvicted } from "../../../src/lib/store/storedSettings.js";

const evicted = [
  { id: "a", name: "lince azul", what: "run", at: 1 },
  { id: "b", name: "búho gris", what: "epochs", at: 2 },
];

test("what had to go is read as it was written down", () => {
  expect(readEvicted(evicted)).toEqual(evicted);
  expect(readEvicted(undefined)).toEqual([]);
});

test.each([
  7,
  "x",
  {},
  null,
  [null],
  [7],
  [{}],
  [{ ...evicted[0], what: "todo" }],
  [{ ...evicted[0], at: "ayer" }],
  [...evicted, { id: "c" }],
])("of what had to go, damaged to %j, nothing is read", (value) => {
  expect(readEvicted(value)).toEqual([]);
});

test("the run chosen for the pages is an id, or there is none", () => {
  expect(readChosen("moj1a2b3-aaaa1111")).toBe("moj1a2b3-aaaa1111");
  for (const value of [undefined, null, 7, "", ["a"], { id: "a" }]) {
    expect(readChosen(value)).toBeUndefined();
  }
});

test("the settings of an earlier version are read", () => {
  const { settings } = formerStore("store.json.gz");
  expect(readChosen(settings.chosen)).toBe(settings.chosen);
  expect(readEvicted(settings.evicted)).toEqual(settings.evicted);
});
