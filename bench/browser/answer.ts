// The worker's side of the arena's protocol: one request, one answer.
export type Answer<Value> = { value: Value } | { error: string };

/** @param handle is trusted to be asked what it expects: both sides are the bench's own */
export function answer(handle: (request: never) => Promise<unknown>): void {
  const post = (reply: Answer<unknown>) => {
    self.postMessage(reply);
  };
  self.onmessage = async ({ data }: MessageEvent) => {
    try {
      post({ value: await handle(data as never) });
    } catch (error) {
      post({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  };
}
