// The readers' ways in Chromium, in which all the other tests of the site run too.
import { describe } from "vitest";
import { startChromium } from "./chromiumBrowser.js";
import { inBrowser } from "./inBrowser.js";
import { testReadersWays } from "./readersWays.js";

describe("in Chromium", () => {
  testReadersWays(inBrowser("Chromium", startChromium));
});
