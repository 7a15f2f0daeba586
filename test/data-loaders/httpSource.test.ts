import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { httpSource } from "../../data-loaders/httpSource.js";

let server: Server | undefined;
let requests = 0;

/** The address of a server that answers with the number of the request at hand, from 1. */
async function serve(answer: (response: ServerResponse, request: number) => void): Promise<string> {
  requests = 0;
  server = createServer((_: IncomingMessage, response) => {
    answer(response, ++requests);
  });
  await new Promise<void>((resolve) => server!.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

describe("httpSource", () => {
  test.each([500, 503, 429, 408])("asks again after HTTP %i", async (status) => {
    const address = await serve((response, request) => {
      response.writeHead(request === 1 ? status : 200).end("content");
    });
    const bytes = await httpSource(address, { pauseMs: 1 }).read("file");
    expect(Buffer.from(bytes).toString()).toBe("content");
    expect(requests).toBe(2);
  });

  test("asks a host that does not answer once, and not for the next file", async () => {
    const address = await serve(() => undefined);
    const source = httpSource(address, { pauseMs: 1, answerTimeoutMs: 50 });
    await expect(source.read("one")).rejects.toThrow("no answer in 0.05 s");
    await expect(source.read("two")).rejects.toThrow("no answer in 0.05 s");
    expect(requests).toBe(1);
  });

  test("has patience with a line that is slow but alive", async () => {
    const address = await serve((response) => {
      let sent = 0;
      const timer = setInterval(() => {
        if (++sent < 8) response.write("x");
        else {
          clearInterval(timer);
          response.end();
        }
      }, 50);
    });
    const source = httpSource(address, { answerTimeoutMs: 200, silenceTimeoutMs: 200 });
    expect(await source.read("file")).toHaveLength(7);
    expect(requests).toBe(1);
  });

  test("asks again when a download falls silent halfway", async () => {
    const address = await serve((response, request) => {
      response.writeHead(200, { "Content-Length": 7 });
      if (request === 1) response.write("con");
      else response.end("content");
    });
    const bytes = await httpSource(address, { pauseMs: 1, silenceTimeoutMs: 50 }).read("file");
    expect(Buffer.from(bytes).toString()).toBe("content");
    expect(requests).toBe(2);
  });
});
