import { expect, test } from "vitest";
import { lossMeans } from "../../../src/lib/run/lossMeans.js";

const epoch = (number: number, loss: number) => ({
  epoch: number,
  loss,
  testLoss: 1,
  testAccuracy: 0.5,
  seconds: 1,
});

test("a run whose epochs have fewer than 1,000 batches has the mean of each epoch", () => {
  const history = { thousands: [], epochs: [epoch(1, 1.5), epoch(2, 0.75)] };
  expect(lossMeans(history, 300)).toEqual([
    { epoch: 1, batch: 300, batchInEpoch: 300, loss: 1.5 },
    { epoch: 2, batch: 600, batchInEpoch: 300, loss: 0.75 },
  ]);
});

test("a longer one has the means of 1,000 batches, as the original prints them", () => {
  const thousands = [{ batch: 1000, epoch: 1, batchInEpoch: 1000, loss: 2 }];
  expect(lossMeans({ thousands, epochs: [epoch(1, 1.5)] }, 3000)).toBe(thousands);
});
