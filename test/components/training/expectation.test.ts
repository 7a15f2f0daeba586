import { expect, test } from "vitest";
import { notComparable } from "../../../src/components/training/expectation.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";

test("a run of one epoch is said not to be what the seeds promise", () => {
  const shown = { ...defaultHyperparameters, epochs: 1, trainImages: 6000 };
  expect(notComparable(shown, 30)).toBe(
    "De lo que se muestra en esta página no cabe esperar lo mismo: son 1 época de 6.000 imágenes, y no 30 épocas de 60.000 imágenes.",
  );
});
