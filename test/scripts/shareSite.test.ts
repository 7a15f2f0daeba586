import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { keptFiles } from "../../scripts/site/offline/keptFiles.js";
import { notFoundPage } from "../../scripts/site/share/notFoundPage.js";
import { siteUrl } from "../../scripts/site/share/siteUrl.js";
import { writeCrawlerFiles } from "../../scripts/site/share/writeCrawlerFiles.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "shared-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const textOf = (file: string) => readFileSync(join(folder, file), "utf8");

describe("the site's address", () => {
  test.for([
    [undefined, undefined],
    ["", undefined],
    ["https://example.org", "https://example.org/"],
    ["https://example.org/red", "https://example.org/red/"],
    ["http://10.0.0.3:8080/red/", "http://10.0.0.3:8080/red/"],
  ])("%s is %s", ([configured, address]) => {
    expect(siteUrl(configured ?? "")).toBe(address);
  });

  test.for(["example.org", "ftp://example.org/", "https://example.org/?a=b"])(
    "%s is refused by name",
    (configured) => {
      expect(() => siteUrl(configured)).toThrow(configured);
    },
  );
});

describe("what search engines read", () => {
  test("without an address they may read all, and get no list", () => {
    writeCrawlerFiles(folder, undefined);
    expect(textOf("robots.txt")).toBe("User-agent: *\nAllow: /\n");
    expect(() => textOf("sitemap.xml")).toThrow();
  });

  test("with one they get each page once, and not the one for what is missing", () => {
    writeCrawlerFiles(folder, "https://example.org/red/");
    expect(textOf("robots.txt")).toContain("Sitemap: https://example.org/red/sitemap.xml");
    const addresses = [...textOf("sitemap.xml").matchAll(/<loc>(.*)<\/loc>/g)].map(
      ([, one]) => one,
    );
    expect(addresses[0]).toBe("https://example.org/red/");
    expect(addresses).toContain("https://example.org/red/entrenar.html");
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses.join()).not.toContain("404");
  });
});

test("the page for what is missing names its place, or the build stops", async () => {
  await expect(notFoundPage("<head></head><body></body>")).rejects.toThrow("paginas");
  const page = await notFoundPage(
    '<head><link rel="stylesheet" href="./a.css"></head><body><div id="paginas"></div></body>',
  );
  expect(page).toMatch(/<template id="cabecera"[^>]*>\n<link rel="stylesheet" href=".\/a.css">/);
  expect(page.indexOf("./a.css")).toBeGreaterThan(page.indexOf("<noscript>"));
  expect(page).toContain('<a href="./entrenar.html">Entrenar la red</a>');
});

test("the worker keeps what pages ask for: by digest in the name, or with an integrity", () => {
  const files = {
    "index.html": "uno",
    "serviceWorker.js": "",
    "robots.txt": "",
    "_code/common.0123abcd.js": "x",
    "_code/arrival.QSX4IQEB.js": "x",
    "_file/data/train-images-0.0123abcd.bin": "x",
    "_file/data/test-images.0123abcd.bin": "x",
    "_file/data/test-sample.0123abcd.bin": "xy",
  };
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  expect(keptFiles(folder)).toEqual([
    { url: "_code/arrival.QSX4IQEB.js", revision: null, bytes: 1 },
    { url: "_code/common.0123abcd.js", revision: null, bytes: 1 },
    { url: "_file/data/test-sample.0123abcd.bin", revision: null, bytes: 2 },
    {
      url: "index.html",
      revision: "vw7DaU4SLgZ9",
      integrity: "sha256-vw7DaU4SLgZ9mWSjjsfYQVeB30sk9EKtdntGIfuY+MU=",
      bytes: 3,
    },
  ]);
});
