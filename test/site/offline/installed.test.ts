// That the site can be installed, by the browser's own word, and what it says of itself to those who show a link to it.
import { readFileSync } from "node:fs";
import { decode } from "fast-png";
import { type BrowserContext, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { sitePages } from "../support/sitePages.js";
import { addHeadTags } from "../../../scripts/site/share/headTags.js";
import { type HostedSite, hostSite, waitUntilKept } from "./offlineSite.js";

/** Neither the shell without windows nor a private window, which a profile of a test is, installs anything. */
let profile: BrowserContext;
let site: HostedSite;
beforeAll(async () => {
  site = await hostSite();
  profile = await chromium.launchPersistentContext("", {
    executablePath: inject("windowedChromiumPath"),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    locale: "es-ES",
  });
});
afterAll(async () => {
  await profile.close();
  await site.stop();
});

describe("the site as an application", () => {
  test.for(["", "entrenar.html"])("Chromium finds nothing in the way at /%s", async (path) => {
    const page = await profile.newPage();
    await page.goto(`${site.url}${path}`);
    await waitUntilKept(page);
    const session = await profile.newCDPSession(page);
    const { errors, data } = await session.send("Page.getAppManifest");
    expect(errors).toEqual([]);
    expect(JSON.parse(data!)).toMatchObject({ lang: "es", start_url: "./", scope: "./" });
    expect((await session.send("Page.getInstallabilityErrors")).installabilityErrors).toEqual([]);
  });

  test("its icons are of the sizes that they say, and the maskable one has no corner cut", () => {
    const { icons } = JSON.parse(readFileSync("dist/manifest.webmanifest", "utf8")) as {
      icons: { src: string; sizes: string; purpose: string }[];
    };
    expect(icons.map(({ purpose }) => purpose)).toContain("maskable");
    for (const { src, sizes, purpose } of icons.filter((icon) => icon.sizes !== "any")) {
      const { width, height, data, channels } = decode(readFileSync(`dist/${src}`));
      expect(`${width}x${height}`, src).toBe(sizes);
      const corner = channels === 4 ? data[3] : 255;
      expect(corner, src).toBe(purpose === "maskable" ? 255 : 0);
    }
  });
});

describe("what it says of itself", () => {
  test("the picture is as large as it is said to be", () => {
    const { width, height } = decode(readFileSync("dist/tarjeta.png"));
    expect([width, height]).toEqual([1200, 630]);
  });

  test("each page names the manifest and the colours, and no address while it has none", () => {
    for (const path of sitePages) {
      const html = readFileSync(`dist${path}.html`, "utf8");
      expect(html, path).toContain('<link rel="manifest" href="./manifest.webmanifest">');
      expect(html.match(/<meta name="theme-color"/g), path).toHaveLength(2);
      expect(html, path).not.toMatch(/canonical|og:url|og:image|noindex/);
    }
    expect(readFileSync("dist/404.html", "utf8")).toContain('name="robots" content="noindex"');
  });

  test("where its address is known pages name theirs, and the picture's", () => {
    const site = "https://example.org/red/";
    const html = addHeadTags("<head></head>", { page: "entrenar.html", site });
    expect(html).toContain(`<link rel="canonical" href="${site}entrenar.html">`);
    expect(html).toContain(`<meta property="og:image" content="${site}tarjeta.png">`);
    const first = addHeadTags("<head></head>", { page: "index.html", site });
    expect(first).toContain(`<link rel="canonical" href="${site}">`);
    const missing = addHeadTags("<head></head>", { page: "404.html", site });
    expect(missing).not.toMatch(/canonical|og:/);
  });
});
