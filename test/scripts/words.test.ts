// One word a concept, in all that a reader can meet: pages, messages, labels.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** Where the word of the first version stays, because its links, files, tabs and cells have it. */
const KEPT = [
  '<span id="corrida"></span>',
  '<span id="tus-corridas"></span>',
  "const corrida = entrenamiento;",
  'RUN_FILE_FORMAT = "red-convolucional: corridas"',
  "`red-convolucional ${site} corridas`",
  'asks.get("corrida")',
  "return `corrida ${runId}`",
];

test("a training run is an entrenamiento, never a corrida", () => {
  const files = readdirSync("src", { recursive: true, withFileTypes: true })
    .filter(
      ({ name, parentPath }) => /\.(ts|md)$/.test(name) && !parentPath.includes(".observablehq"),
    )
    .map(({ name, parentPath }) => join(parentPath, name));
  const found = files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => /corrida/i.test(line) && !KEPT.some((kept) => line.includes(kept)))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});
