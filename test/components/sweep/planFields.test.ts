// @vitest-environment jsdom
import { expect, test } from "vitest";
import { planFields, planOf, problemsOf } from "../../../src/components/sweep/planFields.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import { readSweep } from "../../../src/lib/sweep/sweepSchema.js";
import { newSweep } from "../../../src/training/start/newSweep.js";

/** The fields with the first hyperparameter chosen and its values typed; no other one is tried. */
function fieldsWith(name: string, values: string) {
  const fields = planFields({ hasOwn: false, runs: [] });
  const page = document.createElement("form");
  page.append(fields.first.element, fields.second.element);
  const choose = (number: 1 | 2, chosen: string) => {
    const select = page.querySelector<HTMLSelectElement>(`#barrido-hiperparametro-${number}`)!;
    select.value = chosen;
    select.dispatchEvent(new Event("change"));
  };
  choose(1, name);
  choose(2, "");
  page.querySelector<HTMLInputElement>("#barrido-valores-1")!.value = values;
  fields.validation.input.value = "0";
  return fields;
}

test.each([
  ["epochs", "1; 2", { epochs: "", images: "2000" }],
  ["epochs", "1; 2", { epochs: "2; 3", images: "2000" }],
  ["trainImages", "500; 1000", { epochs: "1", images: "1e12" }],
])("a plan that tries %s is sound whatever stands in the field that is not asked for", (...of) => {
  const [name, values, typed] = of;
  const fields = fieldsWith(name, values);
  fields.epochs.input.value = typed.epochs;
  fields.images.input.value = typed.images;
  const plan = planOf(fields, () => undefined);
  expect(problemsOf(plan, fields)).toEqual([]);
  expect(plan.base).toMatchObject({ [name]: defaultHyperparameters[name as "epochs"] });
  expect(readSweep(newSweep(plan)).problem).toBeUndefined();
});

test("what is common to all the runs is what is typed there", () => {
  const fields = fieldsWith("learningRate", "0,01");
  fields.epochs.input.value = "3";
  fields.images.input.value = "700";
  expect(planOf(fields, () => undefined).base).toMatchObject({ epochs: 3, trainImages: 700 });
});

test("the images set apart are the same in all the runs, and a plan without them says nothing of them", () => {
  const fields = fieldsWith("trainImages", "500; 1000");
  expect(planOf(fields, () => undefined).base).not.toHaveProperty("validationImages");
  fields.validation.input.value = "400";
  expect(planOf(fields, () => undefined).base).toMatchObject({ validationImages: 400 });
  expect(
    problemsOf(
      planOf(fields, () => undefined),
      fields,
    ),
  ).toEqual([]);
  fields.validation.input.value = "500";
  expect(
    problemsOf(
      planOf(fields, () => undefined),
      fields,
    ),
  ).toEqual([
    "Imágenes de validación: se apartan de las 500 de entrenamiento, así que han de ser menos; has puesto 500.",
  ]);
  fields.validation.input.value = "400; 500";
  expect(
    problemsOf(
      planOf(fields, () => undefined),
      fields,
    ),
  ).toEqual([expect.stringContaining("De ellas, para validación: hace falta un solo número")]);
});
