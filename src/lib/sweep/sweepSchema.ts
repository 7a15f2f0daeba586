// A sweep as the store holds it, checked where it is read.
import * as v from "valibot";
import { expandSweep, type Sweep } from "./sweep.js";
import { axisNames, sweptNetworks } from "./sweepAxis.js";
import { type HyperparameterName, hyperparameterProblems } from "../run/hyperparameters.js";
import { numberIn, textOf, timeSchema } from "../schema/parts.js";
import { type Checked, readValue } from "../schema/readValue.js";

const tried = v.pipe(
  v.array(v.union([numberIn(), v.string(), v.boolean()])),
  v.nonEmpty("una lista con algún valor"),
);
const networks = v.pipe(
  v.array(v.picklist(sweptNetworks)),
  v.nonEmpty("una lista con alguna red del cuaderno"),
);
const axis = v.variant("name", [
  v.object({ name: v.literal("network"), values: networks }),
  v.object({ name: v.picklist(axisNames.filter((name) => name !== "network")), values: tried }),
]);
const values = v.pipe(v.array(numberIn()), v.nonEmpty("una lista con algún número"));

const sweepSchema = v.looseObject({
  id: textOf(300),
  createdAt: timeSchema,
  status: v.picklist(["running", "paused", "cancelled", "finished"]),
  base: v.looseObject({}), // what it says where each run has a value of its own, nobody reads
  axes: v.pipe(
    v.array(axis),
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

type SweepRow = v.InferOutput<typeof sweepSchema>;

/** What is saved of a sweep, with one sound run for each combination and seed. */
const wholeSweepSchema = v.pipe(
  sweepSchema,
  v.forward(
    v.check<SweepRow, string>(
      ({ axes, seeds, runIds }) =>
        runIds.length === axes.reduce((count, axis) => count * axis.values.length, seeds.length),
      "una lista con un entrenamiento por combinación y semilla",
    ),
    ["runIds"],
  ),
  v.rawCheck<SweepRow>(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { value: input } = dataset;
    const sweep = input as unknown as Sweep;
    const [problem] = expandSweep(sweep).flatMap((one) =>
      hyperparameterProblems(one.hyperparameters),
    );
    if (!problem) return;
    const key = fieldOf(problem.name, sweep);
    addIssue({
      message: problem.message.replace(/\.$/, ""),
      path: [{ type: "object", origin: "value", input, key, value: input[key] }],
    });
  }),
);

/** Where the sweep says what its runs have of this name. */
function fieldOf(name: HyperparameterName, { axes }: Sweep): "seeds" | "axes" | "base" {
  if (name === "seed") return "seeds";
  return axes.some((axis) => axis.name === name) ? "axes" : "base";
}

export function readSweep(row: unknown): Checked<Sweep> {
  return readValue(wholeSweepSchema, row) as Checked<Sweep>;
}
