import { expect, test } from "vitest";
import { describeFinished, describeUnfinished } from "../../../src/lib/sweep/describeSweep.js";

test.each<[number, number, number, string]>([
  [4, 4, 0, "Barrido terminado: 4 entrenamientos."],
  [1, 1, 0, "Barrido terminado: 1 entrenamiento."],
  [
    ...([4, 3, 1] as const),
    "Barrido terminado: 3 de 4 entrenamientos; has borrado 1, y en Experimentos puedes recuperarlo.",
  ],
  [
    ...([4, 1, 2] as const),
    "Barrido terminado: 1 de 4 entrenamientos; has borrado 2, y en Experimentos puedes recuperarlos.",
  ],
  [4, 3, 0, "Barrido terminado: 3 de 4 entrenamientos."], // the other one is no longer kept
])("of %i runs at the end, %i done and %i deleted", (all, done, deleted, sentence) => {
  expect(describeFinished({ all, done, deleted })).toBe(sentence);
});

test("what was deleted of an unfinished sweep is told apart, and comes back with it", () => {
  expect(describeUnfinished({ all: 8, done: 3, deleted: 0 })).toBe(
    "Tienes un barrido a medias: 3 de 8 entrenamientos hechos. Sigue justo donde quedó.",
  );
  expect(describeUnfinished({ all: 8, done: 3, deleted: 1 })).toBe(
    "Tienes un barrido a medias: 3 de 8 entrenamientos hechos y 1 borrado. Sigue justo donde quedó, y el borrado se recupera.",
  );
  expect(describeUnfinished({ all: 8, done: 1, deleted: 2 })).toMatch(
    /1 de 8 .* 2 borrados\. .* y los borrados se recuperan\.$/,
  );
});
