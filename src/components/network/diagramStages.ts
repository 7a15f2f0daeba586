// What the diagram of a network is drawn from: the layers in stages of one shape, and the ways that lead from one
// stage to another.
import type { LayerRow } from "../../lib/network/describeLayers.js";
import { formatShape } from "./networkSummary.js";

export interface Stage {
  shape: number[];
  /** The layer that gave this shape, then those that keep it. */
  layers: LayerRow[];
}

/** A layer that reads what an earlier stage gave. */
export interface Way {
  name: string;
  /** Numbers of stages. */
  from: number;
  to: number;
}

/** @param rows as `describeLayers` gives them, the input first */
export function stagesOf(rows: readonly LayerRow[]): Stage[] {
  const stages: Stage[] = [];
  for (const row of rows) {
    const last = stages.at(-1);
    if (last && formatShape(last.shape) === formatShape(row.outputShape)) last.layers.push(row);
    else stages.push({ shape: row.outputShape, layers: [row] });
  }
  return stages;
}

/** In their order. A sum that reads two layers of an earlier stage leads from there once. */
export function waysBetween(stages: readonly Stage[]): Way[] {
  const stageOf = new Map(
    stages.flatMap(({ layers }, stage) => layers.map(({ name }) => [name, stage] as const)),
  );
  return stages.flatMap(({ layers }, to) =>
    layers.flatMap(({ name, reads }) =>
      [...new Set(reads.map((read) => stageOf.get(read)!))]
        .filter((from) => from < to)
        .map((from) => ({ name, from, to })),
    ),
  );
}
