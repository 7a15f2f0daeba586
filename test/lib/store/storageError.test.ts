import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { InternalError } from "../../../src/lib/errors/internalError.js";
import { storageError } from "../../../src/lib/store/runDatabase.js";
import { StorageError } from "../../../src/lib/store/storageError.js";

const OFF = /^Este navegador no deja guardar datos/;

beforeEach(() => {
  vi.stubGlobal("indexedDB", {}); // only whether there is one is asked
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test.each(["SecurityError", "UnknownError", "InvalidStateError"])(
  "a browser that refuses storage with %s is told as such",
  (name) => {
    expect(storageError(new DOMException("no", name)).message).toMatch(OFF);
  },
);

test("a browser without a store refuses too", () => {
  vi.stubGlobal("indexedDB", undefined);
  expect(storageError(new ReferenceError("indexedDB is not defined")).message).toMatch(OFF);
});

test.each([
  new DOMException("key", "DataError"),
  new DOMException("clone", "DataCloneError"),
  new TypeError("x is undefined"),
  new InternalError("3 weights expected, 2 found"),
])("what is no refusal is not told as one, but as what came: $name", (error) => {
  const told = storageError(error);
  expect(told).toBeInstanceOf(StorageError);
  expect(told.message).not.toMatch(OFF);
  expect(told.message).toContain(error.message);
});
