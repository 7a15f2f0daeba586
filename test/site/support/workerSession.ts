// A line to one worker of a Chromium, for what Playwright has no words: the Chrome DevTools Protocol
// (https://chromedevtools.github.io/devtools-protocol/), which a worker answers even from inside a
// WebAssembly call.
import type { Browser } from "playwright-core";

export interface WorkerSession {
  /** Sends a command of the protocol; rejects with the reason if it fails. */
  send<T>(method: string, params?: object): Promise<T>;
  detach(): Promise<void>;
}

interface Answer {
  id?: number;
  result?: unknown;
  error?: { message: string };
}

/** Rejects unless exactly one worker of the browser has such an address. */
export async function workerSession(browser: Browser, address: RegExp): Promise<WorkerSession> {
  const root = await browser.newBrowserCDPSession();
  const { targetInfos } = await root.send("Target.getTargets");
  const found = targetInfos.filter(({ type, url }) => type === "worker" && address.test(url));
  if (found.length !== 1) {
    const urls = targetInfos.map(({ type, url }) => `${type} ${url}`).join(", ");
    throw new Error(`one worker like ${String(address)} expected, ${found.length} found: ${urls}`);
  }
  const { targetId } = found[0]!;
  const { sessionId } = await root.send("Target.attachToTarget", { targetId, flatten: false });
  const waiting = new Map<number, (answer: Answer) => void>();
  root.on("Target.receivedMessageFromTarget", ({ message }) => {
    const answer = JSON.parse(message) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  let sent = 0;
  return {
    send: async (method, params = {}) => {
      const id = ++sent;
      const answering = new Promise<Answer>((resolve) => {
        waiting.set(id, resolve);
      });
      const message = JSON.stringify({ id, method, params });
      await root.send("Target.sendMessageToTarget", { sessionId, message });
      const { result, error } = await answering;
      if (error) throw new Error(`${method}: ${error.message}`);
      return result as never;
    },
    detach: () => root.detach(),
  };
}
