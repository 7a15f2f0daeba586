import fc from "fast-check";
import { expect, test } from "vitest";
import { nearestRows } from "../../../src/lib/numbers/nearestRows.js";

test("the nearest rows are the first of all the others in order of their distance", () => {
  const table = fc.integer({ min: 1, max: 4 }).chain((columns) =>
    fc.record({
      columns: fc.constant(columns),
      rows: fc.array(
        fc.array(fc.integer({ min: -3, max: 3 }), { minLength: columns, maxLength: columns }),
        { minLength: 1, maxLength: 20 },
      ),
      count: fc.nat(8),
    }),
  );
  fc.assert(
    fc.property(table, fc.nat(), ({ columns, rows, count }, drawn) => {
      const row = drawn % rows.length;
      const all = rows
        .map((other, n) => ({
          row: n,
          // Of whole numbers, and so exact: Math.hypot makes two of a tie.
          square: other.reduce((sum, value, d) => sum + (value - rows[row]![d]!) ** 2, 0),
        }))
        .filter((other) => other.row !== row)
        .sort((a, b) => a.square - b.square || a.row - b.row);
      const found = nearestRows(rows.flat(), { columns, row, count });
      expect(found.map((near) => near.row)).toEqual(all.slice(0, count).map((near) => near.row));
      found.forEach(({ distance }, i) => {
        expect(distance).toBeCloseTo(Math.sqrt(all[i]!.square), 9);
      });
    }),
  );
});
