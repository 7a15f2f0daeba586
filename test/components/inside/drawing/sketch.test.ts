import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addStroke,
  clear,
  emptySketch,
  redo,
  type Sketch,
  type Stroke,
  undo,
} from "../../../../src/components/inside/drawing/sketch.js";

const stroke = (grey: number): Stroke => ({ points: [{ x: 1, y: 2, width: 3 }], grey });

const drawnChange = fc.oneof(
  fc.nat(255).map((grey) => (sketch: Sketch) => addStroke(sketch, stroke(grey))),
  fc.constantFrom(clear, undo, redo),
);
const drawnSketch = fc
  .array(drawnChange, { maxLength: 30 })
  .map((changes) => changes.reduce((sketch, change) => change(sketch), emptySketch));

test("undo takes back the last change, and redo makes it again", () => {
  fc.assert(
    fc.property(drawnSketch, fc.nat(255), (sketch, grey) => {
      for (const change of [(one: Sketch) => addStroke(one, stroke(grey)), clear]) {
        const after = change(sketch);
        if (after === sketch) continue;
        expect(undo(after).strokes).toBe(sketch.strokes);
        expect(redo(undo(after)).strokes).toBe(after.strokes);
      }
    }),
  );
});

test("all can be undone to the blank paper, and redone", () => {
  fc.assert(
    fc.property(drawnSketch, (sketch) => {
      const all = (one: Sketch, change: (sketch: Sketch) => Sketch, times: number) =>
        Array.from({ length: times }).reduce((result: Sketch) => change(result), one);
      const blank = all(sketch, undo, sketch.past.length);
      expect(blank.strokes).toEqual([]);
      expect(all(blank, redo, sketch.past.length).strokes).toBe(sketch.strokes);
    }),
  );
});

test("a new stroke leaves nothing to redo", () => {
  const undone = undo(addStroke(emptySketch, stroke(0)));
  expect(addStroke(undone, stroke(80)).future).toEqual([]);
});

test("where there is nothing to undo, redo or clear, nothing changes", () => {
  for (const change of [undo, redo, clear]) expect(change(emptySketch)).toEqual(emptySketch);
});
