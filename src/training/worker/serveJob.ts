// The worker's side of a single job: takes the request, reports how far it is, answers once.
import { answerPage } from "./answerPage.js";
import { lostThreadMessage } from "./lostWorker.js";
import { ThreadLostError } from "../loop/goOnAlone.js";
import { errorMessage } from "../../lib/errors/errorMessage.js";

export interface JobProgress<Detail = never> {
  /** 0–1. */
  ratio: number;
  /** For the reader. */
  text: string;
  /** What there is to see of it so far. */
  detail?: Detail;
}

export type JobReply<Result, Detail = never> =
  | ({ type: "progress" } & JobProgress<Detail>)
  | { type: "done"; result: Result }
  | { type: "failed"; message: string };

export type Job<Request, Result, Detail = never> = (
  request: Request,
  report: (progress: JobProgress<Detail>) => void,
) => Promise<Result>;

/** Makes this worker do the job that the first message asks for. */
export function serveJob<Request, Result, Detail = never>(job: Job<Request, Result, Detail>): void {
  const post = (reply: JobReply<Result, Detail>) => {
    self.postMessage(reply);
  };
  async function answer(request: Request): Promise<void> {
    try {
      const result = await job(request, (progress) => {
        post({ type: "progress", ...progress });
      });
      post({ type: "done", result });
    } catch (error) {
      post({ type: "failed", message: explain(error) });
    }
  }
  answerPage((request) => void answer(request as Request));
}

function explain(error: unknown): string {
  return error instanceof ThreadLostError ? lostThreadMessage : errorMessage(error);
}
