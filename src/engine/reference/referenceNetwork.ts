// Reference, frozen: a whole network, from a tf.Sequential's topology and its weights. Each layer hands
// its output to the next; on the way back each hands the gradient of its input to the one before.
import { type LayerPass, layerPass, type Mask, type Weights } from "./layerPass.js";
import { nllGradient, nllLosses } from "./nllLoss.js";
import { type ReferenceLayer, referenceLayers } from "./referenceLayers.js";
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
}

export class ReferenceNetwork {
  readonly layers: readonly ReferenceLayer[];
  /** By name, in tf.layers' order and shapes. */
  readonly weights: ReadonlyMap<string, Tensor>;

  constructor(topology: string, weights: readonly NamedWeight[]) {
    this.layers = referenceLayers(topology);
    this.weights = new Map(
      weights.map(({ name, shape, values }) => [
        name,
        new Tensor(shape, Float64Array.from(values)),
      ]),
    );
  }

  /** The log-probabilities of images [N,H,W,C], [N,classes]: dropout off, moving statistics. */
  predict(images: Tensor): Tensor {
    const { weights } = this;
    return this.layers.reduce(
      (input, layer) => layerPass(layer, input, { weights }).output,
      images,
    );
  }

  /**
   * Forward and backward over a batch; changes nothing.
   * @param images [N,H,W,C]
   * @param labels [N]
   */
  trainingPass(images: Tensor, labels: ArrayLike<number>, mask: Mask): TrainingPass {
    const passes: LayerPass[] = [];
    const activations = [images];
    for (const layer of this.layers) {
      const pass = layerPass(layer, activations.at(-1)!, { weights: this.weights, mask });
      passes.push(pass);
      activations.push(pass.output);
    }
    const logProbabilities = activations.at(-1)!;
    const activationGradients = [nllGradient(logProbabilities, labels)];
    const gradients = new Map<string, Tensor>();
    for (const pass of passes.toReversed()) {
      const { input, weights } = pass.backward(activationGradients[0]!);
      activationGradients.unshift(input);
      for (const [name, gradient] of weights ?? []) gradients.set(name, gradient);
    }
    return {
      losses: nllLosses(logProbabilities, labels),
      activations,
      activationGradients,
      gradients,
      moved: new Map(passes.flatMap(({ moved }) => [...(moved ?? [])])),
    };
  }
}
