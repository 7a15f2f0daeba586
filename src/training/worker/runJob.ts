// The page's side of a single job in a worker: posts the request, hands on the progress, and ends the
// worker when it has answered or when nobody waits any more.
import type { JobProgress, JobReply } from "./serveJob.js";

export interface JobOptions {
  onProgress: (progress: JobProgress) => void;
  signal: AbortSignal;
}

/** Rejects with a message in Spanish, or with the signal's reason. */
export function runJob<Result>(
  worker: Worker,
  request: unknown,
  { onProgress, signal }: JobOptions,
): Promise<Result> {
  const answer = new Promise<Result>((resolve, reject) => {
    signal.addEventListener("abort", () => {
      reject(signal.reason as Error);
    });
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(`El cálculo se ha interrumpido: ${event.message}`));
    };
    worker.onmessage = ({ data }: MessageEvent<JobReply<Result>>) => {
      if (data.type === "progress") onProgress(data);
      else if (data.type === "done") resolve(data.result);
      else reject(new Error(data.message));
    };
    worker.postMessage(request);
  });
  return answer.finally(() => {
    worker.terminate();
  });
}
