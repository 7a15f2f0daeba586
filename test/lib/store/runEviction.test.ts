import { expect, test } from "vitest";
import { mayPurge } from "../../../src/lib/store/runEviction.js";
import type { RunRecord } from "../../../src/lib/run/runRecord.js";

const NOW = 1_000_000_000;
const kept = { id: "a", status: "finished", updatedAt: 0 } as RunRecord;
const deleted: RunRecord = { ...kept, deletedAt: NOW - 700_000 };

test("a run is purged a while after it was deleted", () => {
  expect(mayPurge(deleted, NOW)).toBe(true);
  expect(mayPurge({ ...deleted, deletedAt: NOW - 500_000 }, NOW)).toBe(false);
  expect(mayPurge(kept, NOW)).toBe(false);
});

test("a deleted run that is trained on can come back as long after its last save", () => {
  for (const status of ["running", "paused", "finished"] as const) {
    const trained: RunRecord = { ...deleted, status, updatedAt: NOW - 500_000 };
    expect(mayPurge(trained, NOW)).toBe(false);
    expect(mayPurge({ ...trained, updatedAt: NOW - 700_000 }, NOW)).toBe(true);
  }
});
