// @jax-js/jax in Chromium, on its WebAssembly device: forward, backward and the optimizer in one jitted
// function. https://github.com/ekzhang/jax-js
import type { numpy } from "@jax-js/jax";
import { imageBatches } from "./imageBatches.js";
import { serveTrainer, type TrainerSetup } from "./serveTrainer.js";
import { layerList, type SimpleLayer } from "../layerList.js";
import { CLASS_COUNT, IMAGE_SIDE } from "../../src/lib/dataset/dataset.js";
import { RandomStream } from "../../src/lib/numbers/random.js";
import type { Hyperparameters } from "../../src/lib/run/hyperparameters.js";
import { decodeSafetensors } from "../../src/lib/files/safetensors.js";

type NdArray = numpy.Array;
type Tree = Record<string, NdArray>;
type Jax = typeof import("@jax-js/jax");

serveTrainer(async (setup) => {
  const { hyperparameters, threads } = setup;
  // It takes as many workers as the machine has cores; none where memory cannot be shared.
  Object.defineProperty(navigator, "hardwareConcurrency", { value: threads });
  const jax = await import("@jax-js/jax");
  await jax.init("wasm");
  jax.defaultDevice("wasm");
  const { numpy: np, nn } = jax;
  const batchAt = imageBatches(setup);
  const layers = layerList(setup.topology);
  const step = jax.jit(createStep(jax, layers, hyperparameters));
  const drawMasks = maskDrawer(jax, layers, hyperparameters);
  let parameters = initialParameters(jax, setup);
  let velocities: Tree = Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, np.zerosLike(value.ref)]),
  );

  return {
    async runSteps(from, count) {
      const losses = new Float32Array(count);
      for (let i = 0; i < count; i++) {
        const { images, labels } = batchAt(from + i);
        const x = np.array(images).reshape([labels.length, 1, IMAGE_SIDE, IMAGE_SIDE]);
        const y = nn.oneHot(np.array(labels), CLASS_COUNT);
        const result = step({
          parameters,
          velocities,
          masks: drawMasks(from + i, parameters),
          x,
          y,
        });
        ({ parameters, velocities } = result);
        const [loss] = (await result.loss.data()) as Float32Array;
        losses[i] = loss!;
      }
      return losses;
    },
  };
});

/** The masks of a batch, by the name of their dropout layer: 0, or what makes up for the silenced ones, [N,units]. */
function maskDrawer(
  { numpy: np }: Jax,
  layers: readonly SimpleLayer[],
  { batchSize, seed }: Hyperparameters,
) {
  return (batch: number, parameters: Tree): Tree =>
    Object.fromEntries(
      layers.flatMap((layer, index) => {
        if (layer.kind !== "dropout" || layer.rate === 0) return [];
        const { name, rate } = layer;
        const random = new RandomStream(seed, "dropout", batch, index);
        const units = widthBefore(layers, index, parameters);
        const mask = Float32Array.from({ length: batchSize * units }, () =>
          random.uniform() < rate ? 0 : 1 / (1 - rate),
        );
        return [[name, np.array(mask).reshape([batchSize, units])]];
      }),
    );
}

function initialParameters({ numpy: np }: Jax, { safetensors }: TrainerSetup): Tree {
  const { tensors } = decodeSafetensors(safetensors);
  return Object.fromEntries(
    Object.entries(tensors).map(([name, { shape, values }]) => [
      name,
      np.array(values).reshape(shape),
    ]),
  );
}

/** Units of the last dense layer before a place in the network. */
function widthBefore(layers: readonly SimpleLayer[], index: number, parameters: Tree): number {
  const dense = layers.slice(0, index).findLast(({ kind }) => kind === "dense");
  return parameters[`${dense!.name}.bias`]!.shape[0]!;
}

interface StepState extends Record<string, Tree | NdArray> {
  parameters: Tree;
  velocities: Tree;
  masks: Tree;
  x: NdArray;
  y: NdArray;
}

/** One step: new parameters and velocities, and the mean loss before it. Arrays are used up (jax-js counts references). */
function createStep(
  jax: Jax,
  layers: readonly SimpleLayer[],
  { learningRate, momentum }: TrainerSetup["hyperparameters"],
) {
  const meanLoss = (parameters: Tree, { masks, x, y }: Pick<StepState, "masks" | "x" | "y">) => {
    const [n] = x.shape as [number];
    const output = layers.reduce((values, layer) => {
      return applyLayer(jax, layer, { values, parameters, masks });
    }, x);
    return output
      .mul(y)
      .sum()
      .mul(-1 / n);
  };
  const lossAndGradients = jax.valueAndGrad(meanLoss);
  return ({ parameters, velocities, ...batch }: StepState) => {
    const names = Object.keys(parameters);
    const kept = Object.fromEntries(names.map((name) => [name, parameters[name]!.ref]));
    const [loss, gradients] = lossAndGradients(kept, batch) as unknown as [NdArray, Tree];
    const moved: Tree = {};
    const faster: Tree = {};
    for (const name of names) {
      const velocity = velocities[name]!.mul(momentum).add(gradients[name]!);
      faster[name] = velocity.ref;
      moved[name] = parameters[name]!.sub(velocity.mul(learningRate));
    }
    return { loss, parameters: moved, velocities: faster };
  };
}

function applyLayer(
  { lax, nn, numpy: np }: Jax,
  layer: SimpleLayer,
  { values, parameters, masks }: { values: NdArray; parameters: Tree; masks: Tree },
): NdArray {
  const weight = () => parameters[`${layer.name}.weight`]!;
  const bias = () => parameters[`${layer.name}.bias`]!;
  switch (layer.kind) {
    case "convolution":
      if (layer.isPadded) break;
      return lax
        .conv(values, weight(), [layer.step, layer.step], "VALID")
        .add(bias().reshape([-1, 1, 1]));
    case "maxPooling": {
      const { size, step } = layer;
      return lax.reduceWindow(values, np.max, [size, size], [step, step]);
    }
    case "flatten":
      return values.reshape([values.shape[0]!, -1]);
    case "dense":
      return np.dot(values, weight().transpose()).add(bias());
    case "dropout":
      return layer.rate === 0 ? values : values.mul(masks[layer.name]!);
    case "relu":
      return nn.relu(values);
    case "logSoftmax":
      return nn.logSoftmax(values);
    case "globalMean":
    case "sum":
    case "batchNormalization":
      break;
  }
  throw new TypeError(`${layer.name}: no such layer is in this contestant's network`);
}
