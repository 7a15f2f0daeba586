import { expect, test } from "vitest";
import { describeFinished, describeUnfinished } from "../../../src/lib/sweep/describeSweep.js";

test.each<[number, number, number, string]>([
  [4, 4, 0, "Barrido terminado: 4 corridas."],
  [1, 1, 0, "Barrido terminado: 1 corrida."],
  [
    ...([4, 3, 1] as const),
    "Barrido terminado: 3 de 4 corridas; has borrado 1, y en Experimentos puedes recuperarla.",
  ],
  [
    ...([4, 1, 2] as const),
    "Barrido terminado: 1 de 4 corridas; has borrado 2, y en Experimentos puedes recuperarlas.",
  ],
  [4, 3, 0, "Barrido terminado: 3 de 4 corridas."], // the other one is no longer kept
])("of %i runs at the end, %i done and %i deleted", (all, done, deleted, sentence) => {
  expect(describeFinished({ all, done, deleted })).toBe(sentence);
});

test("what was deleted of an unfinished sweep is told apart, and comes back with it", () => {
  expect(describeUnfinished({ all: 8, done: 3, deleted: 0 })).toBe(
    "Tienes un barrido a medias: 3 de 8 corridas hechas. Sigue justo donde quedó.",
  );
  expect(describeUnfinished({ all: 8, done: 3, deleted: 1 })).toBe(
    "Tienes un barrido a medias: 3 de 8 corridas hechas y 1 borrada. Sigue justo donde quedó, y la borrada se recupera.",
  );
  expect(describeUnfinished({ all: 8, done: 1, deleted: 2 })).toMatch(
    /1 de 8 .* 2 borradas\. .* y las borradas se recuperan\.$/,
  );
});
