// What importing does to a store; that of a browser is asked in test/site.
import { describe, expect, test } from "vitest";
import { exported } from "../files/exportedRun.js";
import type { Run } from "../../../src/lib/run/run.js";
import type { RunRecord } from "../../../src/lib/run/runRecord.js";
import { describeImport, describeLeft } from "../../../src/lib/store/describeImport.js";
import { importRuns } from "../../../src/lib/store/importRuns.js";
import { StorageError } from "../../../src/lib/store/storageError.js";

describe("importRuns", () => {
  function memoryStore(runs: Run[]) {
    return {
      runs,
      get: (id: string) => Promise.resolve(runs.find((run) => run.id === id)),
      list: () =>
        Promise.resolve({ runs: runs as unknown as RunRecord[], deleted: [], damaged: [] }),
      add: (run: Run) => {
        runs.push(run);
        return Promise.resolve();
      },
      restore: () => Promise.resolve(),
    };
  }

  test("leaves a run that is there as it is", async () => {
    const store = memoryStore([exported().run]);
    const { added, known } = await importRuns([exported({ name: "otro nombre" })], store);
    expect([added.length, known.length, store.runs.length]).toEqual([0, 1, 1]);
  });

  test("leaves out the reference run, which every page has", async () => {
    const store = memoryStore([]);
    const reference = exported({ id: "reference", name: "la de referencia" });
    const { added, known } = await importRuns([reference], store);
    expect([added, known]).toEqual([[], ["la de referencia"]]);
    expect(store.runs).toEqual([]);
  });

  test("overwrites neither a run with the id nor one with the name", async () => {
    const other = exported({ name: "mía" });
    other.run.checkpoint.weights[0]!.values[0] = 9;
    const store = memoryStore([exported({ name: "mía" }).run]);
    expect((await importRuns([other], store)).added).toEqual(["mía (2)"]);
    expect(store.runs.map(({ id, name }) => [id, name])).toEqual([
      ["abc-1", "mía"],
      ["abc-1-2", "mía (2)"],
    ]);
    expect(store.runs[0]!.checkpoint.weights[0]!.values[0]).toBe(1);
    const again = await importRuns([other], store); // under the id that it was given
    expect(again).toMatchObject({ added: [], known: ["mía (2)"] });
  });

  test("stops at what does not fit, and says what came in and what did not", async () => {
    const store = memoryStore([]);
    const add = (run: Run) => {
      if (run.id === "abc-3") return Promise.reject(new StorageError("No caben más."));
      return store.add(run);
    };
    const ids = ["abc-1", "abc-2", "abc-3", "abc-4"];
    const all = ids.map((id) => exported({ id, name: `la ${id}` }));
    const result = await importRuns(all, { ...store, add });
    expect(result).toEqual({
      added: ["la abc-1", "la abc-2"],
      known: [],
      left: ["la abc-3", "la abc-4"],
      problem: "No caben más.",
    });
    expect(describeImport(result)).toBe("✓ Importados: «la abc-1» y «la abc-2».");
    expect(describeLeft(result)).toMatch(
      /^No caben más. No se han importado «la abc-3» y «la abc-4»/,
    );
  });

  test("takes a damaged run for another one, and leaves it where it is", async () => {
    const store = memoryStore([]);
    const row = {
      kind: "run" as const,
      key: "abc-1",
      id: "abc-1",
      epochs: [],
      problem: "falta «x»",
    };
    const list = () =>
      Promise.resolve({ runs: [], deleted: [], damaged: [{ ...row, name: "mía" }] });
    await importRuns([exported({ name: "mía" })], { ...store, list });
    expect(store.runs.map(({ id, name }) => [id, name])).toEqual([["abc-1-2", "mía (2)"]]);
  });
});
