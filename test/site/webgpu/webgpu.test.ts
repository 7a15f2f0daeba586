// tfjs's WebGPU backend on Chromium's software adapter, beside tfjs's plain backend: every kernel that the steps of the
// notebook's networks use, and single steps. Such a step takes seconds, so no more than that.
import { describe, expect } from "vitest";
import { plainRequest } from "./plainRequest.js";
import { needAdapter, test } from "./softwareAdapter.js";
import { importInPage } from "../support/importInPage.js";

type OnBothBackends = typeof import("./onBothBackends.js");

/** A few hundred products of a float32 each, in another order. */
const KERNEL_TOLERANCE = 1e-5;
/** A step goes through some thirty kernels, and back. */
const STEP_TOLERANCE = 1e-4;

describe("tfjs on WebGPU", () => {
  test("computes what it computes on the processor, kernel by kernel and step by step", async ({
    open,
    skip,
  }) => {
    const { page, problems } = await open("/glosario");
    await needAdapter(page, skip);
    const both = await importInPage<OnBothBackends>(page, "test/site/webgpu/onBothBackends.ts");
    const compared = new Set<string>();
    for (const name of await both.evaluate((module) => module.caseNames())) {
      const { difference, kernels } = await both.evaluate(
        (module, one) => module.compareKernel(one),
        name,
      );
      expect.soft(difference, name).toBeLessThan(KERNEL_TOLERANCE);
      for (const kernel of kernels) compared.add(kernel);
    }
    for (const id of ["original", "normalizacion", "residual"]) {
      const { difference, kernels } = await both.evaluate(
        (module, request) => module.compareStep(request),
        await plainRequest(id),
      );
      expect.soft(difference, id).toBeLessThan(STEP_TOLERANCE);
      expect
        .soft(
          kernels.filter((kernel) => !compared.has(kernel)),
          `kernels of ${id} that no case compares`,
        )
        .toEqual([]);
    }
    expect(problems).toEqual([]);
  });
});
