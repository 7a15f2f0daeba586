// Reference, frozen: a whole network, from its topology and its weights. Each layer hands its output to those that
// read it; on the way back each hands the gradient of its input to what it reads.
import type { LayerPass, Mask, Weights } from "./layerPass.js";
import { smoothedGradient, smoothedLosses } from "./nllLoss.js";
import { type PlacedLayer, referenceLayers } from "./referenceLayers.js";
import { backwardPass, forwardPass } from "./referencePass.js";
import { Tensor } from "./tensor.js";
import type { NamedWeight } from "../../lib/network/namedWeight.js";

export interface TrainingPass {
  /** The loss of each image, in nats, [N]; what is minimized is their mean. */
  losses: Float64Array;
  /** The input, and the output of each layer; the last are the log-probabilities, [N,classes]. */
  activations: Tensor[];
  /** The gradient of the mean loss in each of the activations. */
  activationGradients: Tensor[];
  /** The gradient of the mean loss in each weight that learns, by name. */
  gradients: Weights;
  /** What the moving statistics become, by name. */
  moved: Weights;
  /** Of each layer. */
  passes: LayerPass[];
}

export class ReferenceNetwork {
  readonly layers: readonly PlacedLayer[];
  /** The place of what each layer of the topology gives among the activations, by its name. */
  readonly outputs: ReadonlyMap<string, number>;
  /** By name, in tf.layers' order and shapes. */
  readonly weights: ReadonlyMap<string, Tensor>;

  constructor(topology: string, weights: readonly NamedWeight[]) {
    const { layers, outputs } = referenceLayers(topology);
    this.layers = layers;
    this.outputs = outputs;
    this.weights = new Map(
      weights.map(({ name, shape, values }) => [
        name,
        new Tensor(shape, Float64Array.from(values)),
      ]),
    );
  }

  /** The log-probabilities of images [N,H,W,C], [N,classes]: dropout off, moving statistics. */
  predict(images: Tensor): Tensor {
    return forwardPass(this.layers, images, this).activations.at(-1)!;
  }

  /**
   * Forward and backward over a batch; changes nothing.
   * @param images [N,H,W,C]
   * @param labels [N]
   */
  trainingPass(
    images: Tensor,
    labels: ArrayLike<number>,
    mask: Mask,
    { labelSmoothing = 0 } = {},
  ): TrainingPass {
    const forward = forwardPass(this.layers, images, { weights: this.weights, mask });
    const { activations, passes } = forward;
    const logProbabilities = activations.at(-1)!;
    const backward = backwardPass(
      forward,
      smoothedGradient(logProbabilities, labels, labelSmoothing),
    );
    return {
      losses: smoothedLosses(logProbabilities, labels, labelSmoothing),
      activations,
      passes,
      ...backward,
      moved: new Map(passes.flatMap(({ moved }) => [...(moved ?? [])])),
    };
  }
}
