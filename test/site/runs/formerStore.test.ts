// The store that an earlier version left, opened by this one.
import { expect } from "vitest";
import { type FormerStore, formerStore } from "../../fixtures/formerData.js";
import { test } from "../support/browser.js";
import { storeInPage } from "../support/storeInPage.js";
import type { RunDetails, RunRecord } from "../../../src/lib/run/runRecord.js";

const former = formerStore("store.json.gz");

test("a store of version 2 opens with all its rows, and is of version 4 from then on", async ({
  open,
}) => {
  const { page, store } = await storeInPage(open);
  await page.evaluate(makeFormerStore, former);
  const { runs, deleted, damaged } = await store.evaluate((own) => own.list());
  expect(damaged).toEqual([]);
  const records = [...runs, ...deleted];
  const ids = records.map(({ id }) => id).sort();
  expect(ids).toEqual((former.runs as RunRecord[]).map(({ id }) => id).sort());
  for (const { id, savedEpochs } of records) {
    const run = await store.evaluate((own, asked) => own.get(asked), id);
    const details = (former.details as RunDetails[]).find((row) => row.id === id)!;
    expect(run!.checkpoint).toEqual(details.checkpoint);
    expect(Array.isArray(run!.engine)).toBe(true); // there it is a phrase
    const epochs = await store.evaluate((own, asked) => own.epochs(asked), id);
    expect(epochs.map(({ epoch }) => epoch)).toEqual(savedEpochs);
  }
  expect(await store.evaluate((own) => own.sweeps())).toEqual(former.sweeps);
  expect(await store.evaluate((own) => own.chosen())).toBe(former.settings.chosen);
  expect(await store.evaluate((own) => own.evicted())).toEqual(former.settings.evicted);
  const databases = await page.evaluate(() => indexedDB.databases());
  expect(databases.map(({ version }) => version)).toEqual([4]);
});

/** Runs in the page, and so uses nothing from outside itself. */
async function makeFormerStore(rows: FormerStore): Promise<void> {
  const [found] = await indexedDB.databases();
  const name = found?.name ?? "red-convolucional /cuaderno/red/";
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(name).onsuccess = resolve;
  });
  const opening = indexedDB.open(name, 2);
  opening.onupgradeneeded = () => {
    const db = opening.result;
    db.createObjectStore("runs", { keyPath: "id" }).createIndex("updatedAt", "updatedAt");
    db.createObjectStore("details", { keyPath: "id" });
    db.createObjectStore("epochs", { keyPath: ["runId", "epoch"] });
    db.createObjectStore("sweeps", { keyPath: "id" });
    db.createObjectStore("settings");
    const stores = opening.transaction!;
    for (const store of ["runs", "details", "epochs", "sweeps"] as const) {
      for (const row of rows[store]) stores.objectStore(store).put(row);
    }
    for (const [key, value] of Object.entries(rows.settings)) {
      stores.objectStore("settings").put(value, key);
    }
  };
  await new Promise((resolve) => {
    opening.onsuccess = resolve;
  });
  opening.result.close();
}
