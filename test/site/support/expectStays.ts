// That something does not happen is only seen by looking for a while, longer than it would take.
import { expect } from "vitest";

const WHILE_MS = 500;
const LOOK_MS = 25;

/** Rejects once what is read is not the value any more. */
export async function expectStays<Value>(
  read: () => Promise<Value> | Value,
  value: Value,
  forMs = WHILE_MS,
): Promise<void> {
  const end = performance.now() + forMs;
  while (performance.now() < end) {
    expect(await read()).toEqual(value);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
