// The drawing on the paper, kept in this tab: it outlives the cell that shows it, a reload, and the way to other pages.
import * as v from "valibot";
import { siteAddress } from "./siteAddress.js";

const key = () => `red-convolucional ${siteAddress()} dibujo`;

const point = v.object({ x: v.number(), y: v.number(), width: v.number() });
const stroke = v.object({ points: v.pipe(v.array(point), v.minLength(1)), grey: v.number() });
const strokesSchema = v.array(stroke);

export type KeptStrokes = readonly Readonly<v.InferOutput<typeof stroke>>[];

/** None where nothing was drawn, or what was kept is damaged, or the browser keeps nothing. */
export function keptStrokes(): KeptStrokes {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key()) ?? "[]");
    return v.is(strokesSchema, kept) ? kept : [];
  } catch {
    return [];
  }
}

export function keepStrokes(strokes: readonly { points: readonly unknown[] }[]): void {
  try {
    sessionStorage.setItem(key(), JSON.stringify(strokes));
  } catch {
    // It stays as long as its cell does.
  }
}
