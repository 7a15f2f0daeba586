import { expect, test } from "vitest";
import { DatasetError } from "../../../src/lib/dataset/datasetError.js";
import { readManifest } from "../../../src/lib/dataset/datasetManifest.js";

const entry = { bytes: 7, packedBytes: 5, sha256: "0".repeat(64) };

test("a manifest tells of every file", () => {
  expect(readManifest({ sample: entry }, ["sample"])).toEqual({ sample: entry });
});

test.each<[string, unknown, string]>([
  ["nothing", {}, "falta «sample»"],
  ["a list", [], "falta «sample»"],
  ["an error page", "<html>", "«manifest» debería ser un objeto con campos, y es «<html>»"],
  ["a negative length", { sample: { ...entry, bytes: -1 } }, "«manifest.sample.bytes»"],
  ["no digest", { sample: { ...entry, sha256: "abc" } }, "una huella SHA-256"],
])("a manifest of %s is refused by name", (_, json, message) => {
  const read = () => readManifest(json, ["sample"]);
  expect(read).toThrow(DatasetError);
  expect(read).toThrow(message);
});
