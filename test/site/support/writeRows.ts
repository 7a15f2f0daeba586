// Writes rows into the page's store as they are, sound or damaged.
import type { Page } from "playwright-core";
import { packArrays } from "../../../src/lib/files/runFile.js";

export type StoreRows = Partial<Record<"runs" | "details" | "epochs" | "sweeps", unknown[]>>;

/** The site must have been open in the page, so that the store is there. */
export async function writeRows(page: Page, rows: StoreRows): Promise<void> {
  await page.evaluate(writeInPage, JSON.stringify(rows, packArrays));
}

/** Runs in the page, and so uses nothing from outside itself. */
async function writeInPage(json: string): Promise<void> {
  const bytes = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const rows = JSON.parse(json, (_, value: unknown) => {
    if (typeof value !== "object" || value === null) return value;
    const { float32, uint8 } = value as Record<string, unknown>;
    if (typeof float32 === "string") return new Float32Array(bytes(float32).buffer);
    return typeof uint8 === "string" ? bytes(uint8) : value;
  }) as Record<string, unknown[]>;
  const [found] = await indexedDB.databases();
  const opening = indexedDB.open(found!.name!);
  const database = await new Promise<IDBDatabase>((resolve) => {
    opening.onsuccess = () => {
      resolve(opening.result);
    };
  });
  const transaction = database.transaction(Object.keys(rows), "readwrite");
  for (const [store, all] of Object.entries(rows)) {
    for (const row of all) transaction.objectStore(store).put(row);
  }
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = reject;
  });
  database.close();
}
