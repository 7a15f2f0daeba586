// The page's side of looking inside networks: one worker, started by the first question and kept, so that its
// programs serve all the instruments of the page; it answers one question after the other. A worker that is lost fails what
// was asked; the next question starts another.
import type {
  Answers,
  InsideReply,
  InsideRequest,
  QuestionKind,
  Questions,
} from "./insideMessages.js";
import { type Asking, inTurn } from "./questionTurns.js";
import { lostWorkerMessage } from "../worker/lostWorker.js";
import { WatchedWorker } from "../worker/watchedWorker.js";
import { ReaderError } from "../../lib/errors/readerError.js";

/** The worker looks up after each part of the images; no part takes so long. */
const PATIENCE_SECONDS = 120;

/** A question about more than these takes long enough for others to become stale meanwhile. */
const FEW_IMAGES = 500;

interface Waiting {
  resolve: (answer: never) => void;
  reject: (error: Error) => void;
}

let worker: WatchedWorker<InsideRequest, InsideReply> | undefined;
const waiting = new Map<number, Waiting>();
let latestId = 0;

/** The worker's answer; rejects with a ReaderError, in Spanish, or as a question that was dropped. */
export function askInside<Kind extends QuestionKind>(
  kind: Kind,
  question: Questions[Kind],
  asking?: Asking,
): Promise<Answers[Kind]> {
  return inTurn(() => askWorker(kind, question), { ...asking, alone: isLong(question) });
}

function isLong(question: Questions[QuestionKind]): boolean {
  return "images" in question && question.images.count > FEW_IMAGES;
}

function askWorker<Kind extends QuestionKind>(
  kind: Kind,
  question: Questions[Kind],
): Promise<Answers[Kind]> {
  const id = ++latestId;
  const answer = new Promise<Answers[Kind]>((resolve, reject) => {
    waiting.set(id, { resolve, reject });
  });
  worker ??= startWorker();
  worker.send({ id, kind, question } as InsideRequest);
  return answer;
}

function startWorker(): WatchedWorker<InsideRequest, InsideReply> {
  const started = new WatchedWorker<InsideRequest, InsideReply>(
    () => new Worker(import.meta.resolve("./insideWorker.js"), { type: "module" }),
  );
  started.listener = {
    onReply: settle,
    onLost: (loss) => {
      worker = undefined;
      const error = new ReaderError(lostWorkerMessage("El cálculo", loss));
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    },
    onSilence: (seconds) => {
      if (seconds >= PATIENCE_SECONDS && waiting.size > 0) started.lose({ kind: "silent" });
    },
  };
  return started;
}

function settle(reply: InsideReply): void {
  const { resolve, reject } = waiting.get(reply.id)!;
  waiting.delete(reply.id);
  if ("message" in reply) reject(new ReaderError(reply.message));
  else resolve(reply.answer as never);
}
