import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
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

/** Lengths that nothing else waits for, so that the clock's log tells what they were begun for. */
const [SILENCE_MS, PAUSE_MS] = [54_321, 1_234];

/** Time goes on only as the test says, so that a busy machine changes nothing. */
function stopClock(): { partsHeard: () => number; pauses: () => number } {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const begun = vi.spyOn(globalThis, "setTimeout");
  const count = (wanted: number) => begun.mock.calls.filter(([, ms]) => ms === wanted).length;
  return { partsHeard: () => count(SILENCE_MS), pauses: () => count(PAUSE_MS) };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
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
    let arrive: () => void;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const address = await serve(() => {
      arrive();
    });
    stopClock();
    const source = httpSource(address, { answerTimeoutMs: 50 });
    const reading = expect(source.read("one")).rejects.toThrow("no answer in 0.05 s");
    await arrived;
    vi.advanceTimersByTime(50);
    await reading;
    await expect(source.read("two")).rejects.toThrow("no answer in 0.05 s");
    expect(requests).toBe(1);
  });

  test("has patience with a line that is slow but alive", async () => {
    let answer: ServerResponse | undefined;
    const address = await serve((response) => (answer = response));
    const { partsHeard } = stopClock();
    const reading = httpSource(address, { silenceTimeoutMs: SILENCE_MS }).read("file");
    for (let sent = 1; sent <= 7; sent++) {
      await until(() => answer !== undefined);
      answer!.write("x");
      await until(() => partsHeard() === sent);
      vi.advanceTimersByTime(SILENCE_MS - 1);
    }
    answer!.end();
    expect(await reading).toHaveLength(7);
    expect(requests).toBe(1);
  });

  test("asks again when a download falls silent halfway", async () => {
    const address = await serve((response, request) => {
      response.writeHead(200, { "Content-Length": 7 });
      if (request === 1) response.write("con");
      else response.end("content");
    });
    const { partsHeard, pauses } = stopClock();
    const options = { pauseMs: PAUSE_MS, silenceTimeoutMs: SILENCE_MS };
    const reading = httpSource(address, options).read("file");
    await until(() => partsHeard() === 1);
    vi.advanceTimersByTime(SILENCE_MS);
    await until(() => pauses() === 1);
    vi.advanceTimersByTime(PAUSE_MS);
    expect(Buffer.from(await reading).toString()).toBe("content");
    expect(requests).toBe(2);
  });
});
