// The page's side of a single job in a worker: posts the request, hands on the progress, and ends the
// worker when it has answered or when nobody waits any more.
import { lostWorkerMessage, silentWorkerMessage } from "./lostWorker.js";
import type { JobProgress, JobReply } from "./serveJob.js";
import { WatchedWorker } from "./watchedWorker.js";
import { ReaderError } from "../../lib/errors/readerError.js";

export interface JobOptions<Detail = never> {
  onProgress: (progress: JobProgress<Detail>) => void;
  signal: AbortSignal;
}

const TASK = "El cálculo";

/** The worker's result; rejects with a message in Spanish, or with the signal's reason. */
export function runJob<Result, Detail = never>(
  start: () => Worker,
  request: unknown,
  { onProgress, signal }: JobOptions<Detail>,
): Promise<Result> {
  const worker = new WatchedWorker<unknown, JobReply<Result, Detail>>(start);
  let latest: JobProgress<Detail> = { ratio: 0, text: "" };
  const answer = new Promise<Result>((resolve, reject) => {
    signal.addEventListener("abort", () => {
      reject(signal.reason as Error);
    });
    worker.listener = {
      onReply: (reply) => {
        if (reply.type === "progress") onProgress((latest = reply));
        else if (reply.type === "done") resolve(reply.result);
        else reject(new ReaderError(reply.message));
      },
      onLost: (loss) => {
        reject(new ReaderError(lostWorkerMessage(TASK, loss)));
      },
      onSilence: (seconds) => {
        const text = seconds === 0 ? latest.text : silentWorkerMessage(TASK, seconds);
        onProgress({ ratio: latest.ratio, text });
      },
    };
    worker.send(request);
  });
  return answer.finally(() => {
    worker.terminate();
  });
}
