// A sweep as the store holds it, checked where it is read.
import * as v from "valibot";
import type { Sweep } from "./sweep.js";
import { sweptDefinitions } from "../run/hyperparameters.js";
import { hyperparametersSchema } from "../run/runSchema.js";
import { numberIn, textOf, timeSchema } from "../schema/parts.js";
import { type Checked, readValue } from "../schema/readValue.js";

const names = sweptDefinitions.map(({ name }) => name);
const values = v.pipe(v.array(numberIn()), v.nonEmpty("una lista con algún número"));

const sweepSchema = v.looseObject({
  id: textOf(300),
  createdAt: timeSchema,
  status: v.picklist(["running", "paused", "cancelled", "finished"]),
  base: hyperparametersSchema,
  axes: v.pipe(
    v.array(v.object({ name: v.picklist(names), values })),
    v.check(
      (axes) => axes.length === 1 || axes.length === 2,
      "una lista de uno o dos hiperparámetros",
    ),
  ),
  seeds: values,
  network: v.optional(v.string()),
  topology: v.optional(v.string()),
  runIds: v.array(textOf(300)),
});

/** What is saved of a sweep, with one run for each combination and seed. */
const wholeSweepSchema = v.pipe(
  sweepSchema,
  v.forward(
    v.check<v.InferOutput<typeof sweepSchema>, string>(
      ({ axes, seeds, runIds }) =>
        runIds.length === axes.reduce((count, axis) => count * axis.values.length, seeds.length),
      "una lista con un entrenamiento por combinación y semilla",
    ),
    ["runIds"],
  ),
);

export function readSweep(row: unknown): Checked<Sweep> {
  return readValue(wholeSweepSchema, row) as Checked<Sweep>;
}
