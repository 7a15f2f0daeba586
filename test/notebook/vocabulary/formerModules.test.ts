import { expect, test } from "vitest";
import { editSchema } from "../../../src/lib/browser/editStore.js";
import { readValue } from "../../../src/lib/schema/readValue.js";
import { cellFunctionHere } from "../cellFunctionHere.js";
import { compileCell } from "../../../src/notebook/compiler/compileCell.js";
import { importModule } from "../../../src/notebook/execution/importModule.js";
import { formerModules } from "../../../src/notebook/vocabulary/formerModules.js";
import {
  currentModule,
  vocabulary,
  vocabularyNames,
} from "../../../src/notebook/vocabulary/vocabulary.js";
import firstVocabulary from "./firstVocabulary.json" with { type: "json" };

/** An entry of the local storage, as the notebook wrote it before its modules moved. */
const STORED = String.raw`{"page":"/evaluar","cell":"exactitud","source":"import {accuracy} from \"./lib/metrics.js\";\nimport {formatInteger} from \"./lib/format.js\";\nconst exactitud = accuracy(Uint8Array.of(1, 2, 3, 4), Uint8Array.of(1, 2, 3, 5));\nconst dicho = formatInteger(60000);","original":"const exactitud = accuracy(evaluacion.predictions, etiquetas);","savedAt":1795000000000}`;

test("a cell saved by the first version runs: what it imports is found where it stands now", async () => {
  const edit: unknown = JSON.parse(STORED);
  expect(readValue(editSchema, edit).value).toEqual(edit);
  const compiled = compileCell((edit as { source: string }).source);
  const run = await cellFunctionHere(compiled, compiled.inputs, "celda-exactitud.js");
  const outputs = await run({ load: importModule }, console);
  expect(outputs).toMatchObject({ exactitud: 0.75, dicho: "60.000" });
});

test.each(Object.entries(firstVocabulary))(
  "%s can still be imported, with all that it offered in the first version",
  (module, names) => {
    const words = vocabulary[currentModule(module)];
    expect(words, currentModule(module)).toBeDefined();
    expect([words!.whole?.name, ...Object.keys(words!.words)]).toEqual(
      expect.arrayContaining(names),
    );
    for (const name of names) expect(vocabularyNames).toContain(name);
  },
);

test("only what has moved has a former address", () => {
  for (const [former, current] of formerModules) {
    expect(vocabulary, former).not.toHaveProperty([former]);
    expect(vocabulary, current).toHaveProperty([current]);
  }
});
