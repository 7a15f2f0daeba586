// The engine beside the reference on one network: a step's losses, the gradient of every weight, moving
// statistics, and the log-probabilities of an evaluation before the step and after it.
import type { DrawnNetwork } from "./drawnNetwork.js";
import { drawImages, drawWeights, type Numbers } from "./drawnNumbers.js";
import { type EngineRun, engineRun, type Images } from "./engineRun.js";
import { gamma, plus } from "./floatError.js";
import { expectWithin } from "./expectWithin.js";
import { boundedPrediction, trainingBounds } from "./networkBounds.js";
import { topologyOf } from "./topologyOf.js";
import type { Mask } from "../../src/engine/reference/layerPass.js";
import { smoothedLosses } from "../../src/engine/reference/nllLoss.js";
import { numbersFromPixels } from "../../src/engine/reference/pixels.js";
import { ReferenceNetwork } from "../../src/engine/reference/referenceNetwork.js";
import { Tensor } from "../../src/engine/reference/tensor.js";
import { dropoutMask } from "../../src/training/batches/batches.js";

/** So small that a step moves the weights, and the evaluation after it, but not far. */
const LEARNING_RATE = 0.01;

/** Throws where the engine is farther from the reference than float32 may be. */
export async function compareWithReference(
  drawn: DrawnNetwork,
  drawnNumbers: Numbers,
): Promise<void> {
  const { topology, weights: expected } = topologyOf(drawn);
  const weights = drawWeights(expected, drawnNumbers);
  const images = drawImages(drawn, drawnNumbers, 0);
  const others = drawImages(drawn, { ...drawnNumbers, dark: false }, 1);
  const at = { seed: drawnNumbers.seed, batch: 3 };
  const mask: Mask = (size, { rate, layer }) => dropoutMask(size, rate, { ...at, layer });

  const network = new ReferenceNetwork(topology, weights);
  const { labelSmoothing = 0 } = drawnNumbers;
  const smoothing = { labelSmoothing };
  const pass = network.trainingPass(tensorOf(drawn, images), images.labels, mask, smoothing);
  const bounds = trainingBounds(network, pass, mask);

  // With room for more, as in the last batch of an epoch.
  const batchSize = images.labels.length + (drawnNumbers.seed % 3);
  const settings = { batchSize, learningRate: LEARNING_RATE, labelSmoothing };
  const engine = await engineRun(topology, weights, settings);
  compareEvaluation(engine, network, { drawn, images: others });
  const losses = engine.step(images, at);
  const loss = (tensor: Tensor) =>
    new Tensor([losses.length], smoothedLosses(tensor, images.labels, labelSmoothing));
  const logProbabilities = pass.activations.at(-1)!;
  // The label's loss alone is no computation; with smoothing it is a sum of the others and products.
  const roundings = labelSmoothing === 0 ? 0 : gamma(logProbabilities.shape[1]! + 4);
  const bound = plus(
    loss(bounds.logProbabilities).map(Math.abs),
    loss(logProbabilities).map((value) => roundings * Math.abs(value)),
  );
  expectWithin({ what: "loss", found: losses, expected: loss(logProbabilities), bound });
  for (const { name, values } of engine.read("velocities")) {
    const [gradient, bound] = [pass.gradients.get(name)!, bounds.gradients.get(name)!];
    expectWithin({ what: `gradient of ${name}`, found: values, expected: gradient, bound });
  }
  const moved = engine.read("values");
  for (const { name, values } of moved) {
    const statistic = pass.moved.get(name);
    if (!statistic) continue;
    expectWithin({
      what: name,
      found: values,
      expected: statistic,
      bound: bounds.moved.get(name)!,
    });
  }
  compareEvaluation(engine, new ReferenceNetwork(topology, moved), { drawn, images: others });
}

function compareEvaluation(
  engine: EngineRun,
  network: ReferenceNetwork,
  { drawn, images }: { drawn: DrawnNetwork; images: Images },
): void {
  const { logProbabilities, error } = boundedPrediction(network, tensorOf(drawn, images));
  const found = engine.evaluate(images);
  expectWithin({
    what: "log-probability",
    found: found.logProbabilities,
    expected: logProbabilities,
    bound: error,
  });
}

/** Pixels as the engine knows them: p / 255, rounded once to float32. */
function tensorOf({ inputShape }: DrawnNetwork, { pixels, labels }: Images): Tensor {
  return numbersFromPixels(pixels, [labels.length, ...inputShape]).map(Math.fround);
}
