// What the other tests take for silence: a page that does something that a sound one must not is told of.
import { expect } from "vitest";
import { test } from "../support/browser.js";

test("what a page logs, throws, misses or asks of another host is recorded", async ({ open }) => {
  const { page, problems } = await open("/glosario", { bypassCSP: true }); // which lets no request out
  expect(problems).toEqual([]);
  await page.evaluate(async () => {
    console.log("dicho");
    setTimeout(() => {
      throw new Error("lanzado");
    });
    await fetch("./falta.json");
    await fetch("https://example.com/").catch(() => undefined);
  });
  const has = (text: RegExp) => problems.some((problem) => text.test(problem));
  await expect.poll(() => has(/^console log: dicho/)).toBe(true);
  await expect.poll(() => has(/^error: lanzado/)).toBe(true);
  await expect.poll(() => has(/^404: .*falta\.json/)).toBe(true);
  await expect.poll(() => has(/^request to another origin: https:\/\/example\.com/)).toBe(true);
});
