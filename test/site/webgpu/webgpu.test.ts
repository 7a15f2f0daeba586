// tfjs's WebGPU backend on Chromium's software adapter, beside tfjs's plain backend: every kernel that the steps of the
// notebook's networks use, and single steps. Such a step takes seconds, so no more than that.
import { describe, expect, inject, type TestContext } from "vitest";
import { plainRequest } from "./plainRequest.js";
import { testIn } from "../support/browser.js";
import { importInPage } from "../support/importInPage.js";
import type { OpenPage } from "../support/browser.js";
import { launchChromium } from "../../../scripts/launchChromium.js";

type OnBothBackends = typeof import("./onBothBackends.js");

/** A few hundred products of a float32 each, in another order. */
const KERNEL_TOLERANCE = 1e-5;
/** A step goes through some thirty kernels, and back. */
const STEP_TOLERANCE = 1e-4;

const args = ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"];
const test = testIn(() => launchChromium(inject("windowedChromiumPath"), args));

async function bothBackends(open: OpenPage, { skip }: Pick<TestContext, "skip">) {
  const { page, problems } = await open("/glosario");
  const both = await importInPage<OnBothBackends>(page, "test/site/webgpu/onBothBackends.ts");
  if (!(await both.evaluate((module) => module.hasAdapter()))) {
    if (process.env.CI) throw new Error("Chromium has no WebGPU adapter, not even in software");
    console.warn(
      "SKIPPED: the tests of WebGPU. This Chromium has no adapter, not even in software.",
    );
    return skip("no WebGPU adapter");
  }
  return { both, problems };
}

describe("tfjs on WebGPU", () => {
  test("computes what it computes on the processor, kernel by kernel and step by step", async ({
    open,
    skip,
  }) => {
    const { both, problems } = await bothBackends(open, { skip });
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
