// A drawing as its strokes, with what was undone. Pure: the paper paints it.
export interface InkPoint {
  /** Pixels of the paper, from its top left corner. */
  x: number;
  y: number;
  /** Of the stroke at this point, in pixels of the paper. */
  width: number;
}

export interface Stroke {
  /** At least one. */
  points: readonly InkPoint[];
  /** 0 is black, 255 as white as the paper. */
  grey: number;
}

type Strokes = readonly Stroke[];

export interface Sketch {
  strokes: Strokes;
  /** What it was before each change, the last one last. */
  past: readonly Strokes[];
  /** What it was before each change was undone, the next to redo last. */
  future: readonly Strokes[];
}

export const emptySketch: Sketch = { strokes: [], past: [], future: [] };

export function addStroke(sketch: Sketch, stroke: Stroke): Sketch {
  return changed(sketch, [...sketch.strokes, stroke]);
}

/** To be undone too. */
export function clear(sketch: Sketch): Sketch {
  return sketch.strokes.length === 0 ? sketch : changed(sketch, []);
}

export function undo({ strokes, past, future }: Sketch): Sketch {
  const before = past.at(-1);
  if (!before) return { strokes, past, future };
  return { strokes: before, past: past.slice(0, -1), future: [...future, strokes] };
}

export function redo({ strokes, past, future }: Sketch): Sketch {
  const after = future.at(-1);
  if (!after) return { strokes, past, future };
  return { strokes: after, past: [...past, strokes], future: future.slice(0, -1) };
}

function changed({ strokes, past }: Sketch, next: Strokes): Sketch {
  return { strokes: next, past: [...past, strokes], future: [] };
}
