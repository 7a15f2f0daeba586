// The worker that looks inside networks: answers one question after the other. TensorFlow.js is loaded by the
// first question that needs it.
import type { Answers, InsideReply, InsideRequest } from "./insideMessages.js";
import { InsidePrograms } from "./insidePrograms.js";
import { strongestImages } from "./strongestImages.js";
import { answerPage } from "../worker/answerPage.js";
import { errorMessage } from "../../lib/errors/errorMessage.js";

const programs = new InsidePrograms();
let latest: Promise<void> = Promise.resolve();

answerPage((data) => {
  const request = data as InsideRequest;
  latest = latest.then(() => reply(request));
});

async function reply(request: InsideRequest): Promise<void> {
  const { id } = request;
  let content: InsideReply;
  try {
    content = { id, answer: await answer(request) };
  } catch (error) {
    content = { id, message: errorMessage(error) };
  }
  self.postMessage(content);
}

async function answer(request: InsideRequest): Promise<Answers[keyof Answers]> {
  switch (request.kind) {
    case "activations": {
      const { network, images, layerName } = request.question;
      return programs.activations(network, images, layerName);
    }
    case "predictions":
      return programs.predictions(request.question.network, request.question.images);
    case "strongest":
      return strongestImages(programs, request.question);
    case "scoreGradients": {
      const { network, pixels, ...options } = request.question;
      const { scoreGradients } = await import("./scoreGradients.js");
      return scoreGradients(network, pixels, options);
    }
    case "initialWeights": {
      const { topology, hyperparameters } = request.question;
      const { newRun } = await import("../worker/newRun.js");
      return (await newRun(hyperparameters, topology)).checkpoint.weights;
    }
  }
}
