import { expect, test } from "vitest";
import { findPytorches, pytorchName } from "../../bench/findPytorches.js";

test.each([
  ["2.6.0+debian", "OpenBLAS", "PyTorch 2.6 (OpenBLAS)"],
  ["1.13.0a0", "reference BLAS", "PyTorch 1.13 (reference BLAS)"],
  ["2.13.0+cpu", null, "PyTorch 2.13"],
])("pytorchName of %s with %s", (version, blas, name) => {
  expect(pytorchName({ version, blas })).toBe(name);
});

test("findPytorches refuses a Python of PYTORCH_PYTHON that has no PyTorch", () => {
  expect(() => findPytorches(process.execPath)).toThrow(`${process.execPath} found`);
});
