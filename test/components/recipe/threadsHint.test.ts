import { afterEach, expect, test, vi } from "vitest";
import { threadsHint } from "../../../src/components/recipe/threadsHint.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([
  ["plain http", { isSecureContext: false }, "no llega por https"],
  ["a page that is not isolated", { crossOriginIsolated: false }, "no ha aislado esta página"],
  ["no SharedArrayBuffer", { SharedArrayBuffer: undefined }, "no deja que los hilos compartan"],
  ["one core", {}, "el procesador de este ordenador solo ofrece un núcleo"],
])("the reason for one thread is the true one: %s", (_, lack, reason) => {
  const all = { isSecureContext: true, crossOriginIsolated: true, ...lack };
  for (const [name, value] of Object.entries(all)) vi.stubGlobal(name, value);
  expect(threadsHint(1)).toContain(`Hay un solo hilo porque`);
  expect(threadsHint(1)).toContain(reason);
});
