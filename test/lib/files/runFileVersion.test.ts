// Each version of a file is told from the others before its runs are looked at.
import { expect, test } from "vitest";
import { formerBytes } from "../../fixtures/formerData.js";
import { exported } from "./exportedRun.js";
import { gunzip, gzip } from "../../../src/lib/files/gzip.js";
import { decodeRunFile, encodeRunFile } from "../../../src/lib/files/runFile.js";

async function contentOf(bytes: Uint8Array<ArrayBuffer>): Promise<Record<string, unknown>> {
  return JSON.parse(await gunzip(bytes, { mostBytes: 1e9 })) as Record<string, unknown>;
}

test("a file is of version 3, whose runs may have validation, which those before refuse as newer", async () => {
  const { version } = await contentOf(await encodeRunFile([exported()]));
  expect(version).toBe(3);
});

test("a file of version 1 is read with its engines as a phrase, and as a list", async () => {
  const former = formerBytes("runs.corridas.gz");
  expect((await contentOf(former)).version).toBe(1);
  const [first] = await decodeRunFile(former);
  expect(first!.run.engine).toEqual([{ kind: "engine", threads: 2 }]);
  const content = await contentOf(await encodeRunFile([exported()]));
  const between = await gzip(JSON.stringify({ ...content, version: 1 })); // before the number rose
  expect(await decodeRunFile(between)).toEqual([exported()]);
});

test("a run with validation comes back as it was, its test closed", async () => {
  const right = Uint8Array.from({ length: 100 }, (_, i) => i % 2);
  const values = { ...exported().run.hyperparameters, validationImages: 100 };
  const { run, ...rest } = exported({
    hyperparameters: values,
    validation: { loss: 1.25, accuracy: 0.5, right },
  });
  const [judged] = run.history.epochs;
  const { testLoss, testAccuracy, ...others } = judged!;
  run.history.epochs = [
    { ...others, validationLoss: testLoss!, validationAccuracy: testAccuracy! },
  ];
  delete run.evaluation;
  expect(await decodeRunFile(await encodeRunFile([{ run, ...rest }]))).toEqual([{ run, ...rest }]);
  run.validation!.right = right.slice(1);
  const damaged = await encodeRunFile([{ run, ...rest }]);
  await expect(decodeRunFile(damaged)).rejects.toThrow(
    "debería ser una lista de 100 unos y ceros, uno por imagen de validación",
  );
});

test("a file of version 2 is read, and its runs have no validation", async () => {
  const content = await contentOf(await encodeRunFile([exported()]));
  const former = await gzip(JSON.stringify({ ...content, version: 2 }));
  const [first] = await decodeRunFile(former);
  expect(first!.run.validation).toBeUndefined();
  expect(first!.run.history.epochs[0]!.testAccuracy).toBe(0.5);
});

test.each([0, 0.5, "2", null, undefined])(
  "a file of version %j is of no notebook",
  async (version) => {
    const content = await contentOf(await encodeRunFile([exported()]));
    const bytes = await gzip(JSON.stringify({ ...content, version }));
    await expect(decodeRunFile(bytes)).rejects.toThrow("no es de entrenamientos de este cuaderno");
  },
);
