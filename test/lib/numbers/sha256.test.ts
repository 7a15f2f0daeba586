import { createHash } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { sha256 } from "../../../src/lib/numbers/sha256.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each(["https", "http"])("SHA-256 over %s is that of Node", async (protocol) => {
  // What a page of plain http finds, as the specification of secure contexts has it.
  if (protocol === "http") vi.stubGlobal("crypto", {});
  for (const size of [0, 1, 63, 64, 1000]) {
    const content = Uint8Array.from({ length: size }, (_, i) => (7 * i) % 256);
    expect(await sha256(content)).toBe(createHash("sha256").update(content).digest("hex"));
  }
});
