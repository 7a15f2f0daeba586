// Reads a tf.layers topology into a plan of what the engine computes, or says what it does not know.
// Layers that can be computed together are joined on the way: ReLU with what comes before it, max pooling
// 2×2 with its convolution, the last softmax with the loss.
import { copyOf, endsInRelu } from "./joinLayers.js";
import { LayerChain, type Value } from "./layerChain.js";
import type { NetworkPlan } from "./networkPlan.js";
import { planSum } from "./planSum.js";
import { planDense, planFlatten, planNormalization } from "./planUnits.js";
import { planDepthwise, planSeparable } from "./planDepthwise.js";
import { planConvolution, planGlobalPooling, planPooling } from "./planWindows.js";
import { unsupported } from "./unsupported.js";
import { upToLayer } from "../../lib/network/networkGraph.js";
import { InternalError } from "../../lib/errors/internalError.js";
import type { LayerJson, Topology } from "../../lib/network/topology.js";

/**
 * The plan of a network that ends in logits, softmax or log-softmax of shape [N,classes].
 * Throws an UnsupportedNetworkError, in Spanish, for what the engine does not compute.
 */
export function planNetwork(topology: Topology): NetworkPlan {
  const plan = planLayers(topology);
  const last = plan.layers.at(-1);
  if (last?.kind === "softmax")
    plan.layers.pop(); // the loss computes it, in place too
  else if (endsInRelu(plan.layers)) plan.layers.push(copyOf(plan.output));
  const { height, width } = plan.output;
  if (height * width !== 1) {
    const { name } = topology.config.layers.at(-1)!.config;
    unsupported(`la salida de «${name}», que no es una lista de números, uno por clase`);
  }
  return plan;
}

/** The plan up to a layer of the network and with it, to look at what that layer gives. */
export function planUpTo(topology: Topology, layerName: string): NetworkPlan {
  const index = topology.config.layers.findIndex(({ config }) => config.name === layerName);
  if (index < 0) throw new InternalError(`no layer ${layerName} in the network`);
  return planLayers(upToLayer(topology, index));
}

function planLayers(topology: Topology): NetworkPlan {
  const chain = new LayerChain(topology);
  topology.config.layers.forEach((layer, index) => {
    chain.layer(index, (read) => {
      planLayer(chain, layer, { index, read });
    });
  });
  return chain.plan;
}

/** Adds the layer at that place among the topology's. */
function planLayer(
  chain: LayerChain,
  { class_name: name, config }: LayerJson,
  place: LayerPlace,
): void {
  if (!Object.hasOwn(planners, name)) unsupported(`la capa «${config.name}» (${name})`);
  planners[name]!(chain, config, place);
}

interface LayerPlace {
  /** Among the topology's layers. */
  index: number;
  /** What the layer reads; the chain stands at the first of it. */
  read: readonly Value[];
}

type Planner = (chain: LayerChain, config: LayerJson["config"], place: LayerPlace) => void;

/** By tf.layers' names of the classes. */
const planners: Record<string, Planner> = {
  InputLayer: () => undefined,
  Conv2D: planConvolution,
  DepthwiseConv2D: planDepthwise,
  SeparableConv2D: planSeparable,
  MaxPooling2D(chain, config) {
    planPooling(chain, config, "max");
  },
  AveragePooling2D(chain, config) {
    planPooling(chain, config, "average");
  },
  GlobalAveragePooling2D: planGlobalPooling,
  Flatten: planFlatten,
  Dense: planDense,
  BatchNormalization: planNormalization,
  Add(chain, config, { read }) {
    planSum(chain, config, read);
  },
  Dropout(chain, config, { index }) {
    if (config.noise_shape != null) unsupported(`la forma del ruido de «${config.name}»`);
    chain.dropout(config.rate!, index);
  },
  Activation(chain, config) {
    chain.activation(config);
  },
  ReLU(chain, config) {
    if (config.max_value != null) unsupported(`el valor máximo de «${config.name}»`);
    chain.activation({ ...config, activation: "relu" });
  },
  LeakyReLU(chain, { alpha, name, ...config }) {
    if (alpha! < 0) unsupported(`la pendiente negativa de «${name}»`);
    if (alpha === 0) chain.activation({ ...config, name, activation: "relu" });
    else chain.leakyRelu(alpha!);
  },
  Softmax(chain, config) {
    chain.activation({ ...config, activation: "softmax" });
  },
};
