// @vitest-environment jsdom
import { expect, test } from "vitest";
import { thousandsLog } from "../../../src/components/training/thousandsLog.js";

const history = { curve: [], thousands: [], epochs: [] };

test("is named after what its lines are the means of", () => {
  const label = (perEpoch?: number) => thousandsLog(history, perEpoch).getAttribute("aria-label");
  expect(label()).toBe("Pérdida media cada 1.000 lotes");
  expect(label(3000)).toBe("Pérdida media cada 1.000 lotes");
  expect(label(300)).toBe("Pérdida media de cada época");
});
