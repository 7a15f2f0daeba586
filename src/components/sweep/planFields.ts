// The fields of a sweep's plan, the plan that they hold, sound or not, and what is wrong with it.
import { html } from "htl";
import { networkChoice } from "../network/networkChoice.js";
import { sweepAxisFields } from "./sweepAxisFields.js";
import { sweepStart } from "./sweepStart.js";
import { sweepTextField, wholeNumber, wholeNumbers } from "./sweepTextField.js";
import { OWN_NETWORK } from "../../lib/run/runConfiguration.js";
import type { RunRecord } from "../../lib/run/runRecord.js";
import { singleNumberProblem, type SweepPlan, sweepProblems } from "../../lib/sweep/sweep.js";

const initial = {
  first: { name: "learningRate", values: "0,003; 0,01" },
  second: { name: "batchSize", values: "10; 20" },
  seeds: "1; 2; 3",
  epochs: "2",
  trainImages: "8000",
  validationImages: "2000",
};

export type PlanFields = ReturnType<typeof planFields>;

/** @param options.runs whose values the reader may start from */
export function planFields({ hasOwn, runs }: { hasOwn: boolean; runs: readonly RunRecord[] }) {
  const network = networkChoice({ hasOwn });
  const first = sweepAxisFields("1", initial.first);
  const second = sweepAxisFields("2", { ...initial.second, mayBeNone: true });
  const ownNote = html`<p class="sweep-help">
    Si cambias la red del original en <a href="./definir-la-red.html">su página</a>, aquí podrás
    elegir también la tuya.
  </p>`;
  const dropoutNote = html`<p class="sweep-help">
    Con tu red el dropout es el mismo en todos los entrenamientos: va escrito en sus capas.
  </p>`;
  return {
    network,
    first,
    second,
    ownNote,
    dropoutNote,
    start: sweepStart(runs),
    seeds: sweepTextField("barrido-semillas", "Semillas", initial.seeds),
    epochs: sweepTextField("barrido-epocas", "Épocas de cada entrenamiento", initial.epochs),
    images: sweepTextField(
      "barrido-imagenes",
      "Imágenes de cada entrenamiento",
      initial.trainImages,
    ),
    validation: sweepTextField(
      "barrido-validacion",
      "De ellas, para validación",
      initial.validationImages,
    ),
    /** What can be chosen depends on the network that is chosen and on whether the reader has one. */
    show({ hasOwn }: { hasOwn: boolean }) {
      const isOwn = network.value === OWN_NETWORK;
      ownNote.hidden = hasOwn;
      dropoutNote.hidden = !isOwn;
      for (const fields of [first, second]) fields.allowDropout(!isOwn);
    },
  };
}

/** @param ownTopology the JSON of the reader's network now; undefined: they have none */
export function planOf(
  { network, start, first, second, seeds, epochs, images, validation }: PlanFields,
  ownTopology: () => string | undefined,
): SweepPlan {
  const axes = [first.axis(), second.axis()].filter((axis) => axis !== undefined);
  const base = { ...start.hyperparameters() };
  delete base.epochImages; // of that run: each one counts its own
  const isTried = (name: string) => axes.some((axis) => axis.name === name);
  if (!isTried("epochs")) base.epochs = wholeNumber(epochs); // else the field may hold anything
  if (!isTried("trainImages")) base.trainImages = wholeNumber(images);
  const apart = wholeNumber(validation);
  if (apart === 0) delete base.validationImages;
  else base.validationImages = apart;
  const values = { base, axes, seeds: wholeNumbers(seeds), network: network.value };
  const usesOwn = network.value === OWN_NETWORK && !isTried("network");
  const topology = usesOwn ? ownTopology() : undefined;
  return topology === undefined ? values : { ...values, topology };
}

/** In Spanish; none: the plan can be carried out. */
export function problemsOf(plan: SweepPlan, { epochs, images, validation }: PlanFields): string[] {
  const common = [
    { name: "epochs", field: epochs },
    { name: "trainImages", field: images },
    { name: "validationImages", field: validation },
  ].filter(({ name }) => !plan.axes.some((axis) => axis.name === name));
  const several = common.flatMap(
    ({ field }) => singleNumberProblem(field.label, wholeNumbers(field)) ?? [],
  );
  return several.length > 0 ? several : sweepProblems(plan);
}
