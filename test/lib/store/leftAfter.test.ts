import { expect, test } from "vitest";
import { recordBytes, type RunRecord } from "../../../src/lib/run/runRecord.js";
import { leftAfter } from "../../../src/lib/store/runQuota.js";

const sizes = { savedEpochs: [1, 2, 3], detailBytes: 90_000, epochBytes: 100_000 };
const records = ["a", "b", "c"].map((id) => ({ id, ...sizes }) as RunRecord);
const whole = recordBytes(records[0]!);

test("what is left of runs is those that do not go, without the epochs that do", () => {
  expect(leftAfter({ thin: [], drop: [] }, records)).toEqual({ count: 3, bytes: 3 * whole });
  const thin = [{ id: "b", epochs: [1, 2] }];
  expect(leftAfter({ thin, drop: ["a"] }, records)).toEqual({
    count: 2,
    bytes: 2 * whole - 200_000,
  });
});
