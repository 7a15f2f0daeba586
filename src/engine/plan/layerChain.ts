// The layers planned so far, and what the latest gives. An activation is joined here to the layer that can
// compute it too.
import { frameMaps } from "./frameMaps.js";
import { copyOf, endsInRelu, takesRelu } from "./joinLayers.js";
import type { ActivationShape, LayerPlan, NetworkPlan } from "./networkPlan.js";
import { planInput } from "./planInput.js";
import { unsupported } from "./unsupported.js";
import type { LayerJson } from "../../lib/network/topology.js";

export class LayerChain {
  readonly layers: LayerPlan[] = [];
  /** What the latest layer gives. */
  shape: ActivationShape;
  /** Whether that is a list of numbers, [N,U], and no map. */
  flat: boolean;
  private readonly input: ActivationShape;

  constructor(json: readonly LayerJson[]) {
    const { flat, input } = planInput(json);
    this.flat = flat;
    this.input = input;
    this.shape = input;
  }

  get plan(): NetworkPlan {
    return { input: this.input, layers: frameMaps(this.layers), output: this.shape };
  }

  push(layer: Extract<LayerPlan, { output: ActivationShape }>): void {
    this.layers.push(layer);
    this.shape = layer.output;
  }

  dropout(rate: number, layer: number): void {
    this.copySoftmax();
    this.layers.push({ kind: "dropout", rate, layer, input: this.shape });
  }

  /** @param alpha positive */
  leakyRelu(alpha: number): void {
    this.copySoftmax();
    this.layers.push({ kind: "leakyRelu", alpha, input: this.shape });
  }

  activation({ activation, name }: LayerJson["config"]): void {
    const previous = takesRelu(this.layers.at(-1));
    switch (activation) {
      case undefined:
      case "linear":
        return;
      case "relu":
        if (previous) previous.relu = true;
        else {
          this.copySoftmax();
          this.layers.push({ kind: "relu", input: this.shape });
        }
        return;
      case "softmax":
      case "log_softmax":
      case "logSoftmax":
        this.copySoftmax();
        if (endsInRelu(this.layers)) this.push(copyOf(this.shape));
        this.layers.push({
          kind: "softmax",
          logarithmic: activation !== "softmax",
          input: this.shape,
        });
        return;
      default:
        unsupported(`la activación «${activation}» de «${name}»`);
    }
  }

  /** A copy of what softmax gave, before it is changed in place: its gradient needs it as it was. */
  private copySoftmax(): void {
    const maker = this.layers.findLast(({ kind }) => kind !== "flatten");
    if (maker?.kind !== "softmax") return;
    this.push(copyOf(this.shape));
  }
}
