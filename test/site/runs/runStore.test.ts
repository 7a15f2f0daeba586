// The store of runs asked by itself, without the pages around it.
import { describe, expect } from "vitest";
import { exported } from "../../lib/files/exportedRun.js";
import { type OpenPage, test } from "../support/browser.js";
import { storeInPage } from "../support/storeInPage.js";
import { writeRows } from "../support/writeRows.js";
import type { RunRecord } from "../../../src/lib/run/runRecord.js";

const one = exported();

describe("a run whose weights are damaged is set apart", () => {
  const damaged = { ...one.run.checkpoint, weights: [] };

  async function withDamage(open: OpenPage) {
    const { page, store } = await storeInPage(open);
    await store.evaluate((own, { run }) => own.save(run), one);
    const { curve, thousands } = one.run.history;
    const details = [{ id: one.run.id, checkpoint: damaged, curve, thousands }];
    await writeRows(page, { details });
    expect(await store.evaluate((own, id) => own.get(id), one.run.id)).toBeUndefined();
    const list = () => store.evaluate((own) => own.list());
    expect(await list()).toMatchObject({ runs: [], damaged: [{ id: one.run.id }] });
    return { store, list };
  }

  test("until it is deleted and comes in again from a file", async ({ open }) => {
    const { store, list } = await withDamage(open);
    await store.evaluate(async (own) => own.deleteDamaged((await own.list()).damaged[0]!));
    await store.evaluate((own, { run, ...parts }) => own.add(run, parts), one);
    expect(await list()).toMatchObject({ runs: [{ id: one.run.id }], damaged: [] });
  });

  test("until it is saved whole", async ({ open }) => {
    const { store, list } = await withDamage(open);
    await store.evaluate((own, { run }) => own.save(run), one);
    expect(await list()).toMatchObject({ runs: [{ id: one.run.id }], damaged: [] });
  });
});

test("a damaged run is gone back from where something is left to train of it", async ({ open }) => {
  const { page, store } = await storeInPage(open);
  const [state] = one.epochs;
  const hyperparameters = { ...one.run.hyperparameters, epochs: 3 };
  const run = { ...one.run, hyperparameters };
  const epochs = [1, 2, 3].map((epoch) => ({ ...state!, epoch }));
  await store.evaluate((own, all) => own.save(all.run, { epochs: all.epochs }), { run, epochs });
  await writeRows(page, { details: [{ id: run.id }] });
  await store.evaluate((own, id) => own.get(id), run.id);
  const { damaged } = await store.evaluate((own) => own.list());
  expect(damaged).toMatchObject([{ id: run.id, epochs: [1, 2] }]);
});

test("a save that fails in the middle leaves nothing of the run", async ({ open }) => {
  const { store } = await storeInPage(open);
  const message = store.evaluate((own, { run }) => {
    const curve = [() => 1] as never; // what no database holds
    return own.save({ ...run, history: { ...run.history, curve } });
  }, one);
  await expect(message).rejects.toThrow("no se han podido guardar");
  expect(await store.evaluate((own, id) => own.epochs(id), one.run.id)).toEqual([]);
  await store.evaluate((own, { run }) => own.save(run), one); // the next one is whole
  expect(await store.evaluate((own, id) => own.epochs(id), one.run.id)).toHaveLength(1);
});

describe("beside a hundred runs, as many as there may be,", () => {
  /** @param values of all of them */
  async function withHundred(open: OpenPage, values: Partial<RunRecord>) {
    const { page, store } = await storeInPage(open);
    await store.evaluate((own, { run }) => own.save(run), one);
    const [record] = (await store.evaluate((own) => own.list())).runs;
    const runs = Array.from({ length: 99 }, (_, i) => ({ ...record!, id: `otro ${i}`, ...values }));
    await writeRows(page, { runs: [{ ...record!, ...values }, ...runs] });
    return { page, store, another: { ...one.run, id: "uno más" } };
  }

  test("a new one lets the oldest go, whatever stood where that is written down", async ({
    open,
  }) => {
    const { page, store, another } = await withHundred(open, {});
    await page.evaluate(writeSetting, { name: "evicted", value: 7 });
    const gone = await store.evaluate((own, run) => own.save(run), another);
    expect(gone).toHaveLength(1);
    expect(await store.evaluate((own) => own.evicted())).toEqual(gone);
  });

  test("one of a file does not come in, though all are pinned and none would go", async ({
    open,
  }) => {
    const { store, another } = await withHundred(open, { pinned: true });
    const parts = { epochs: [], pinned: true };
    const adding = store.evaluate((own, all) => own.add(all.run, all), { run: another, ...parts });
    await expect(adding).rejects.toThrow("guarda 100 entrenamientos como mucho");
    expect((await store.evaluate((own) => own.list())).runs).toHaveLength(100);
  });
});

/** Runs in the page, and so uses nothing from outside itself. */
async function writeSetting({ name, value }: { name: string; value: unknown }): Promise<void> {
  const [found] = await indexedDB.databases();
  const opening = indexedDB.open(found!.name!);
  await new Promise((resolve) => {
    opening.onsuccess = resolve;
  });
  const transaction = opening.result.transaction("settings", "readwrite");
  transaction.objectStore("settings").put(value, name);
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  opening.result.close();
}
