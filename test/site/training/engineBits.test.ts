// Every layer that the engine knows gives in Chromium the bits that it gives in Node; Firefox: hosts/firefox.test.ts.
import { expect } from "vitest";
import { bitsRequests } from "../../engine/bitsRequests.js";
import { engineBits } from "../../engine/engineBits.js";
import { test } from "../support/browser.js";
import { importInPage } from "../support/importInPage.js";

test("the layers of all networks give in Chromium the bits of Node", async ({ open }) => {
  const { page } = await open("/glosario");
  const requests = bitsRequests();
  const own = await importInPage<{ engineBits: typeof engineBits }>(
    page,
    "test/engine/engineBits.ts",
  );
  const there = await own.evaluate((module, asked) => module.engineBits(asked), requests);
  expect(there).toEqual(await engineBits(requests));
});
