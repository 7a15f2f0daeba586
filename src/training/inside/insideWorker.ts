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
  self.postMessage(content, { transfer: handedOver(content) });
}

/** A picture, and what a layer gives, which may be 270 MB, go over as they are; the rest is small, and copied. */
function handedOver(content: InsideReply): Transferable[] {
  if (!("answer" in content)) return [];
  const { answer } = content;
  if (answer instanceof ImageBitmap) return [answer];
  return "shape" in answer ? [answer.values.buffer] : [];
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
    case "components": {
      const { layerComponents } = await import("./projectedImages.js");
      return layerComponents(programs, request.question);
    }
    case "projected": {
      const { projectedImages } = await import("./projectedImages.js");
      return projectedImages(programs, request.question);
    }
    case "neighbours": {
      const { garmentNeighbours } = await import("./garmentNeighbours.js");
      return garmentNeighbours(programs, request.question);
    }
    case "atlas": {
      const { imageAtlas } = await import("./imageAtlas.js");
      return imageAtlas(request.question.images);
    }
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
