// axe-core on every page, by day and by night, on a laptop's window and on a phone's.
import { describe, expect } from "vitest";
import { axeViolations } from "./axeViolations.js";
import { test } from "./browser.js";
import { sitePages } from "./sitePages.js";

describe.each([...sitePages, "/404"])("page %s", (path) => {
  test.for([
    { colorScheme: "light", viewport: { width: 1280, height: 800 } },
    { colorScheme: "dark", viewport: { width: 390, height: 844 } },
  ] as const)(
    "breaks no rule of axe ($colorScheme, $viewport.width px)",
    async (options, { open }) => {
      const { page } = await open(path, options);
      expect(await axeViolations(page)).toEqual([]);
    },
  );
});
