import { expect, test } from "vitest";
import { createLoopGuard, EndlessLoopError } from "../../../src/notebook/compiler/loopGuard.js";

test("a loop that never gives way is stopped", () => {
  const turn = createLoopGuard(20);
  expect(() => {
    for (;;) turn();
  }).toThrow(EndlessLoopError);
});

test("one that awaits what has already happened gives no way either, and is stopped", async () => {
  const turn = createLoopGuard(20);
  await expect(async () => {
    for (;;) {
      turn();
      await Promise.resolve();
    }
  }).rejects.toThrow(EndlessLoopError);
});

test("one that gives way may last as long as it likes", async () => {
  const turn = createLoopGuard(20);
  const end = performance.now() + 100;
  while (performance.now() < end) {
    for (let i = 0; i < 1000; i++) turn();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
});

test("one with slow turns is stopped in time as well", () => {
  const turn = createLoopGuard(20);
  let turns = 0;
  expect(() => {
    for (; turns < 100; turns++) {
      turn();
      const end = performance.now() + 5;
      while (performance.now() < end);
    }
  }).toThrow(EndlessLoopError);
  expect(turns).toBeLessThan(20);
});
