import { describe, expect, test } from "vitest";
import type { Run, RunStatus } from "../../../src/lib/run/run.js";
import { offerAddress, runToOffer } from "../../../src/lib/store/runToOffer.js";

const run = (id: string, status: RunStatus, sweepId?: string) =>
  ({ id, status, ...(sweepId !== undefined && { sweepId }) }) as Run;
const kept = [
  run("a b&c", "paused"),
  run("finished", "finished"),
  run("swept", "stopped", "s"),
  run("latest", "stopped"),
];
const store = {
  get: (id: string) => Promise.resolve(kept.find((one) => one.id === id)),
  latest: () => Promise.resolve(kept.at(-1)),
};
const offered = async (hash: string) => (await runToOffer(store, hash))?.id;

describe("the run that is offered", () => {
  test("is the one that the address asks for", async () => {
    const { hash } = new URL(offerAddress("a b&c"), "https://example.org/red/");
    expect(await offered(hash)).toBe("a b&c");
  });

  test("is the one that an address of the first version asks for", async () => {
    expect(await offered("#corrida=a%20b%26c")).toBe("a b&c");
  });

  test.each(["", "#entrenar", "=", "=finished", "=swept", "=gone"])(
    "is the latest with %j",
    async (asked) => {
      const hash = asked.startsWith("=") ? `#entrenamiento${asked}` : asked;
      expect(await offered(hash)).toBe("latest");
    },
  );
});
