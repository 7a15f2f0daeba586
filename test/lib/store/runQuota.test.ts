import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planEviction } from "../../../src/lib/store/runQuota.js";
import { recordBytes, type RunRecord } from "../../../src/lib/run/runRecord.js";

const NOW = 1_000_000_000;

function record(id: string, values: Partial<RunRecord> = {}): RunRecord {
  return {
    id,
    status: "finished",
    updatedAt: 0,
    savedEpochs: [1, 2, 3],
    detailBytes: 90_000,
    epochBytes: 100_000,
    ...values,
  } as RunRecord;
}

const plenty = { budgetBytes: 1e12, mostRuns: 100, now: NOW };

describe("planEviction", () => {
  test("takes nothing while there is room", () => {
    expect(planEviction([record("a"), record("b")], plenty)).toEqual({ thin: [], drop: [] });
  });

  test("takes the epochs of the oldest run first, and leaves the run", () => {
    const records = [record("new", { updatedAt: 2 }), record("old", { updatedAt: 1 })];
    expect(planEviction(records, { ...plenty, budgetBytes: 600_000 })).toEqual({
      thin: [{ id: "old", epochs: [1, 2, 3] }],
      drop: [],
    });
  });

  test("then drops whole runs, the deleted and the oldest first", () => {
    const records = [1, 2, 3, 4].map((updatedAt) => record(String(updatedAt), { updatedAt }));
    records[2]!.deletedAt = 5;
    expect(planEviction(records, { ...plenty, mostRuns: 2 }).drop).toEqual(["3", "1"]);
  });

  test("never takes what is pinned, saved now, or trained in another tab", () => {
    const records = [
      record("pinned", { pinned: true }),
      record("saved"),
      record("running", { status: "running", updatedAt: NOW - 10_000 }),
      record("crashed", { status: "running", updatedAt: NOW - 100_000 }),
    ];
    const { thin, drop } = planEviction(records, {
      ...plenty,
      budgetBytes: 0,
      mostRuns: 1,
      savingId: "saved",
    });
    expect(drop).toEqual(["crashed"]);
    expect(thin).toEqual([{ id: "saved", epochs: [1, 2] }]); // its latest epoch stays
  });

  test("comes down to the budget wherever what may go is enough", () => {
    const drawn = fc.record({
      updatedAt: fc.integer({ min: 0, max: 100 }),
      savedEpochs: fc.array(fc.integer({ min: 1, max: 9 })),
      pinned: fc.boolean(),
    });
    const property = fc.property(
      fc.array(drawn, { maxLength: 12 }),
      fc.integer({ min: 0, max: 5_000_000 }),
      (list, budgetBytes) => {
        const records = list.map((values, i) => record(String(i), values));
        const { thin, drop } = planEviction(records, { ...plenty, budgetBytes });
        const thinned = new Set(thin.map(({ id }) => id));
        const left = records
          .filter(({ id }) => !drop.includes(id))
          .map((one) => (thinned.has(one.id) ? { ...one, savedEpochs: [] } : one));
        const bytes = left.reduce((sum, one) => sum + recordBytes(one), 0);
        expect(bytes <= budgetBytes || left.every(({ pinned }) => pinned)).toBe(true);
        expect([...thinned, ...drop].some((id) => records[Number(id)]!.pinned)).toBe(false);
      },
    );
    fc.assert(property);
  });
});
