// The worker in which a page trains and evaluates, one job at a time; the page's side is startTraining and
// evaluateInWorker.
import { answerPage } from "./answerPage.js";
import { trainerFor } from "./createTrainer.js";
import type { Reply, Request } from "./messages.js";
import { trainHere } from "./trainHere.js";
import { TrainingControl } from "../loop/control.js";
import { loadBrowserBackend } from "../tfjs/loadBrowserBackend.js";
import { DatasetError } from "../../lib/dataset/datasetError.js";
import { weightsProblem } from "../../lib/network/weightsProblem.js";
import { defaultHyperparameters } from "../../lib/run/hyperparameters.js";
import { ReaderError } from "../../lib/errors/readerError.js";
import { errorMessage } from "../../lib/errors/errorMessage.js";

/** What the reader wants of the training under way. */
let control = new TrainingControl();

function post(reply: Reply): void {
  self.postMessage(reply);
}

answerPage((data) => {
  const request = data as Request;
  if (request.type === "train") {
    control = new TrainingControl(request.advance);
    void reportFailure(trainHere(request, { control, post }));
  } else if (request.type === "evaluate") void reportFailure(evaluate(request));
  else if (request.type === "resume") control.resume(request);
  else control[request.type]();
});

async function reportFailure(job: Promise<void>): Promise<void> {
  try {
    await job;
  } catch (error) {
    const message = errorMessage(error);
    post({ type: "failed", message, retry: error instanceof DatasetError });
  }
}

async function evaluate(request: Extract<Request, { type: "evaluate" }>): Promise<void> {
  const { topology, weights, images } = request;
  const problem = await weightsProblem(topology, weights);
  if (problem !== undefined)
    throw new ReaderError(`Los pesos guardados están dañados: ${problem}.`);
  const createTrainer = trainerFor({ loadBackend: loadBrowserBackend });
  const trainer = await createTrainer({
    topology,
    hyperparameters: defaultHyperparameters,
    train: images, // nothing is trained
    state: { weights, velocities: [] },
  });
  post({ type: "evaluated", evaluation: await trainer.evaluate(images) });
  trainer.dispose();
}
