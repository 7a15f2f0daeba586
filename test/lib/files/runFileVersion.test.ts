// Each version of a file is told from the others before its runs are looked at.
import { expect, test } from "vitest";
import { formerBytes } from "../../fixtures/formerData.js";
import { exported } from "./exportedRun.js";
import { gunzip, gzip } from "../../../src/lib/files/gzip.js";
import { decodeRunFile, encodeRunFile } from "../../../src/lib/files/runFile.js";

async function contentOf(bytes: Uint8Array<ArrayBuffer>): Promise<Record<string, unknown>> {
  return JSON.parse(await gunzip(bytes, { mostBytes: 1e9 })) as Record<string, unknown>;
}

test("a file that lists the engines of a run is of version 2, which the first one refuses as newer", async () => {
  const { version } = await contentOf(await encodeRunFile([exported()]));
  expect(version).toBe(2);
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

test.each([0, 0.5, "2", null, undefined])(
  "a file of version %j is of no notebook",
  async (version) => {
    const content = await contentOf(await encodeRunFile([exported()]));
    const bytes = await gzip(JSON.stringify({ ...content, version }));
    await expect(decodeRunFile(bytes)).rejects.toThrow("no es de entrenamientos de este cuaderno");
  },
);
