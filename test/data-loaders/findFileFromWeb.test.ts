import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { content, file } from "./testLabels.js";
import { findFile } from "../../data-loaders/findFile.js";
import { folderSource } from "../../data-loaders/folderSource.js";
import { httpSource } from "../../data-loaders/httpSource.js";

let folder: string;
let cache: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "idx-"));
  cache = mkdtempSync(join(tmpdir(), "cache-"));
});

describe("findFile from the web", () => {
  let server: Server;
  let address: string;
  let requests = 0;
  let answer: (request: number) => { status: number; body: Uint8Array; cut?: boolean };

  beforeAll(async () => {
    server = createServer((_, response) => {
      const { status, body, cut } = answer(++requests);
      response.writeHead(status, { "Content-Length": body.length });
      if (cut) response.write(body.subarray(0, 1000), () => response.destroy());
      else setTimeout(() => response.end(body), 300);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    requests = 0;
  });
  afterAll(() => server.close());

  const download = () => findFile(file, { sources: [httpSource(address, { pauseMs: 1 })], cache });

  test("keeps a sound download whole in the cache, and does not download again", async () => {
    answer = () => ({ status: 200, body: gzipSync(content) });
    expect(await download()).toHaveLength(10_000);
    expect(readdirSync(cache)).toEqual([`${file.name}.gz`]);
    const cached = [folderSource("the cache", cache), httpSource(address)];
    await findFile(file, { sources: cached, cache });
    expect(requests).toBe(1);
  });

  test("tries again when the connection is cut halfway", async () => {
    answer = (request) => ({ status: 200, body: gzipSync(content), cut: request < 3 });
    expect(await download()).toHaveLength(10_000);
    expect(requests).toBe(3);
  });

  test("gives up at once when the file is not there, and keeps nothing", async () => {
    answer = () => ({ status: 404, body: Buffer.from("no") });
    await expect(download()).rejects.toThrow("HTTP 404");
    expect(requests).toBe(1);
    expect(readdirSync(cache)).toEqual([]);
  });

  test("keeps nothing of a download that is damaged", async () => {
    answer = () => ({ status: 200, body: gzipSync(content).fill(0, 2000, 2100) });
    await expect(download()).rejects.toThrow(/gzip|SHA-256/);
    expect(readdirSync(cache)).toEqual([]);
  });

  test("downloads once for two processes at the same time", async () => {
    answer = () => ({ status: 200, body: gzipSync(content) });
    const script = join(folder, "find.ts");
    const modules = join(process.cwd(), "data-loaders");
    writeFileSync(
      script,
      `import { findFile } from "${modules}/findFile.js";
       import { idxFiles } from "${modules}/idxFiles.js";
       import { folderSource } from "${modules}/folderSource.js";
       import { httpSource } from "${modules}/httpSource.js";
       const cache = ${JSON.stringify(cache)};
       const sources = [folderSource("cache", cache), httpSource(${JSON.stringify(address)})];
       void findFile(idxFiles.testLabels, { sources, cache }).then((v) => console.log(v.length));`,
    );
    const run = () =>
      new Promise<string>((resolve, reject) => {
        const child = spawn(process.execPath, ["--import", "tsx", script], {
          stdio: ["ignore", "pipe", "inherit"],
        });
        let output = "";
        child.stdout.on("data", (data) => (output += String(data)));
        child.on("error", reject);
        child.on("close", () => {
          resolve(output.trim());
        });
      });
    expect(await Promise.all([run(), run()])).toEqual(["10000", "10000"]);
    expect(requests).toBe(1);
  });
});
