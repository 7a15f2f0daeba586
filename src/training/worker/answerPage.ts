// The worker's side of watchedWorker.ts: holds a lock for as long as it lives, and answers when it is asked
// whether it is still there.
import type { WatchReply, WatchRequest } from "./watchedWorker.js";

/** Has each request handled, once the page can know whether this worker lives. */
export function answerPage(handle: (request: unknown) => void): void {
  self.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (isQuestion(data)) tell({ type: "answer" });
    else handle(data);
  };
  void holdLock().then((lock) => {
    tell({ type: "ready", lock });
  });
}

function tell(reply: WatchReply): void {
  self.postMessage(reply);
}

function isQuestion(data: unknown): data is WatchRequest {
  return (data as { type?: unknown } | null)?.type === "ask";
}

/** Its name; undefined where there are no locks: over plain http, or where the site may keep nothing. */
async function holdLock(): Promise<string | undefined> {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (!locks) return undefined;
  const name = `red-convolucional: trabajo ${crypto.randomUUID()}`;
  const held = new Promise<string>((resolve, reject) => {
    const forEver = () => {
      resolve(name);
      return new Promise<never>(() => undefined);
    };
    locks.request(name, forEver).catch(reject);
  });
  return held.catch(() => undefined);
}
