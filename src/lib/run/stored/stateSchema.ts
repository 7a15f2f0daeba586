// The schemas of what goes on training: weights, the optimizer's state and the sums under way.
import * as v from "valibot";
import type { NamedWeight } from "../../network/namedWeight.js";
import { numberIn, textOf, wholeIn } from "../../schema/parts.js";

const shapedSchema = v.pipe(
  v.object({
    name: textOf(300),
    shape: v.array(wholeIn(1)),
    values: v.instance(Float32Array, "una lista de números de 32 bits"),
  }),
  v.forward(
    v.partialCheck(
      [["shape"], ["values"]],
      ({ shape, values }) => values.length === shape.reduce((product, size) => product * size, 1),
      "una lista con tantos números como dice su forma",
    ),
    ["values"],
  ),
);

/** A weight that can be computed with. */
const weightSchema = v.pipe(
  shapedSchema,
  v.forward(
    v.partialCheck(
      [["values"]],
      ({ values }) => values.every(Number.isFinite),
      "una lista de números finitos, sin ningún NaN",
    ),
    ["values"],
  ),
);

const sum = numberIn();

/** What an optimizer keeps may have overflown in a run that is about to diverge. */
const stateEntries = {
  weights: v.pipe(v.array(weightSchema), v.nonEmpty("la lista de los pesos de la red")),
  velocities: v.array(shapedSchema),
  squares: v.optional(v.array(shapedSchema)),
  sums: v.object({
    epochLoss: sum,
    epochImages: wholeIn(0),
    epochSeconds: sum,
    thousandLoss: sum,
    thousandBatches: wholeIn(0),
    pointLoss: sum,
    pointImages: wholeIn(0),
  }),
};

type Lists = Record<"weights" | "velocities", NamedWeight[]> & {
  squares?: NamedWeight[] | undefined;
};

/** Whether what the optimizer keeps is of these weights: one list for all that learn, in their order. */
function isOwnState({ weights, velocities, squares = [] }: Lists): boolean {
  return [velocities, squares].every((list) => {
    const names = new Set(list.map(({ name }) => name));
    return isAlike(
      list,
      weights.filter(({ name }) => names.has(name)),
    );
  });
}

/** Whether one list of weights can stand for the other: the same names and shapes, in order. */
export function isAlike(some: readonly NamedWeight[], others: readonly NamedWeight[]): boolean {
  const describe = (list: readonly NamedWeight[]) =>
    list.map(({ name, shape }) => `${name} ${shape.join()}`).join("; ");
  return describe(some) === describe(others);
}

const OWN = "el estado del optimizador para esos mismos pesos";

/** @param batch the schema of the batches done */
export function checkpointSchema(batch: v.GenericSchema<number>) {
  const schema = v.object({ batch, ...stateEntries });
  type Checkpoint = v.InferOutput<typeof schema>;
  const isOwn = v.check<Checkpoint, string>((checkpoint) => isOwnState(checkpoint), OWN);
  return v.pipe(schema, v.forward(isOwn, ["velocities"]));
}

const bareEpochSchema = v.object({ epoch: wholeIn(1), ...stateEntries });

/** What an epoch left. */
export const epochStateSchema = v.pipe(
  bareEpochSchema,
  v.forward(
    v.check<v.InferOutput<typeof bareEpochSchema>, string>((state) => isOwnState(state), OWN),
    ["velocities"],
  ),
);
