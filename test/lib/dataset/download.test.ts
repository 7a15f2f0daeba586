import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { download } from "../../../src/lib/dataset/download.js";
import { siteBytes, siteJson } from "../../../src/lib/dataset/siteFile.js";

const content = Buffer.from(Array.from({ length: 1000 }, (_, i) => i % 251));
const HALF = 500;

type Answer = (response: ServerResponse, request: IncomingMessage, count: number) => void;
let server: Server;
let url: string;
let answer: Answer;
let requests: IncomingMessage[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request);
    answer(response, request, requests.length);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/archivo`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});
beforeEach(() => {
  requests = [];
});

const quick = { pauseMs: 1, silenceMs: 500 };
const bytes = async (blob: Blob) => Buffer.from(await blob.arrayBuffer());

/** Half of the file, and then nothing more. */
const stall: Answer = (response) => {
  response.writeHead(200, { ETag: '"uno"', "Content-Length": content.length });
  response.write(content.subarray(0, HALF));
};

test("a connection that falls silent is given up, and the rest alone is asked for", async () => {
  answer = (response, request, count) => {
    if (request.headers.range === undefined) {
      stall(response, request, count);
      return;
    }
    expect(request.headers).toMatchObject({ range: `bytes=${HALF}-`, "if-range": '"uno"' });
    response.writeHead(206, { "Content-Range": `bytes ${HALF}-999/1000`, ETag: '"uno"' });
    response.end(content.subarray(HALF));
  };
  const seen: number[] = [];
  const options = { ...quick, onBytes: (received: number) => seen.push(received) };
  expect(await download(url, bytes, options)).toEqual(content);
  expect(seen.at(-1)).toBe(content.length);
});

test("a host that sends no rests sends the whole again", async () => {
  answer = (response, request, count) => {
    if (count === 1) stall(response, request, count);
    else response.end(content);
  };
  expect(await download(url, bytes, quick)).toEqual(content);
});

test("of an encoded file no rest is asked for", async () => {
  answer = (response, request, count) => {
    expect(request.headers.range).toBeUndefined();
    response.setHeader("Content-Encoding", "identity");
    if (count === 1) stall(response, request, count);
    else response.end(content);
  };
  expect(await download(url, bytes, quick)).toEqual(content);
});

test("a host that answers nothing at all is asked three times", async () => {
  answer = () => undefined;
  await expect(download(url, bytes, quick)).rejects.toThrow();
  expect(requests).toHaveLength(3);
});

test("tries that bring something new are not counted", async () => {
  answer = (response, { headers }) => {
    const from = Number(/\d+/.exec(headers.range ?? "0")![0]);
    const part = content.subarray(from, from + 200);
    const range = { "Content-Range": `bytes ${from}-999/1000`, "Content-Length": 1000 - from };
    response.writeHead(from === 0 ? 200 : 206, { ...(from > 0 && range), ETag: '"uno"' });
    if (from + part.length === content.length) response.end(part);
    else response.write(part, () => response.destroy());
  };
  expect(await download(url, bytes, quick)).toEqual(content);
  expect(requests).toHaveLength(5);
});

test("nothing is asked again once the reader has cancelled", async () => {
  answer = stall;
  const controller = new AbortController();
  const options = { ...quick, silenceMs: 60_000, signal: controller.signal };
  const loading = download(url, bytes, {
    ...options,
    onBytes: () => {
      controller.abort(new Error("cancelled"));
    },
  });
  await expect(loading).rejects.toThrow("cancelled");
  expect(requests).toHaveLength(1);
});

interface Counts {
  rows: number[];
}
const counts = () => siteJson<Counts | null>({ url, what: "las cuentas" }, ["rows"], quick);

test("a small file is asked for again when the site fails once", async () => {
  answer = (response, _, count) => {
    if (count === 1) response.writeHead(500).end();
    else response.end('{"rows":[1]}');
  };
  expect(await counts()).toEqual({ rows: [1] });
});

test.each([
  ["that is missing", 404, "", "No es posible cargar las cuentas: la conexión se ha cortado"],
  [
    "that is a page",
    200,
    "<html>",
    "No es posible usar las cuentas: el archivo llega mal, no es JSON.",
  ],
  ["without its fields", 200, "{}", "el archivo llega mal, falta «rows»."],
])("a small file %s is told in Spanish", async (_, status, text, message) => {
  answer = (response) => response.writeHead(status).end(text);
  await expect(counts()).rejects.toThrow(message);
  expect(requests).toHaveLength(3);
});

test("null is no damage, and bytes come as they are", async () => {
  answer = (response) => response.end("null");
  expect(await counts()).toBeNull();
  expect(new TextDecoder().decode(await siteBytes({ url, what: "los pesos" }))).toBe("null");
});
