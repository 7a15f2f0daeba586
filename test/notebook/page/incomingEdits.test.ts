import { expect, test } from "vitest";
import type { CellEdit } from "../../../src/lib/browser/editStore.js";
import { meetOwn } from "../../../src/notebook/page/incomingEdits.js";

const edit = (source: string, draft?: string, original = "diez"): CellEdit => ({
  page: "/definir-la-red",
  cell: "network",
  source,
  original,
  savedAt: 3,
  ...(draft !== undefined && { draft }),
});
const incoming = edit("diez", "doce");
const meet = (own: readonly CellEdit[], edits = [incoming], exists = () => true) =>
  meetOwn(edits, { own, exists });

test("a cell that the reader has not changed is taken as it comes", () => {
  const other = { ...edit("veinte"), cell: "red" };
  const expected = { edits: [incoming], overOwn: 0, alike: 0, gone: 0 };
  expect(meet([])).toEqual(expected);
  expect(meet([other])).toEqual(expected);
});

test("what the reader runs goes on running, and the draft alone is taken", () => {
  for (const own of [edit("dieciséis"), edit("dieciséis", "veinte")]) {
    expect(meet([own])).toMatchObject({ edits: [edit("dieciséis", "doce")], overOwn: 1 });
  }
});

test("a draft that the reader has not run gives way, and is told", () => {
  expect(meet([edit("diez", "veinte")])).toMatchObject({ edits: [incoming], overOwn: 1 });
});

test("what the reader runs goes on also where the two were made from different originals", () => {
  const own = edit("dieciséis", undefined, "ocho");
  expect(meet([own])).toMatchObject({ edits: [edit("dieciséis", "doce")], overOwn: 1 });
});

test("a cell that the reader runs or has written just so stays as it is", () => {
  for (const own of [edit("doce"), edit("doce", "veinte"), edit("diez", "doce")]) {
    expect(meet([own])).toEqual({ edits: [], overOwn: 0, alike: 1, gone: 0 });
  }
  expect(meet([], [edit("diez", "diez")])).toMatchObject({ edits: [], alike: 1 });
});

test("a cell that the notebook has not is left out and counted", () => {
  expect(meet([], [incoming], () => false)).toEqual({ edits: [], overOwn: 0, alike: 0, gone: 1 });
});
