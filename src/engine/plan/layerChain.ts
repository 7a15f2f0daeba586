// The layers planned so far, and the value that the next one reads: usually what the latest gives; where a
// network has branches, what some earlier one gives. An activation is joined here to the layer that can
// compute it too.
import { planBranches } from "./branches.js";
import { frameMaps } from "./frameMaps.js";
import { copyOf, endsInRelu, takesRelu } from "./joinLayers.js";
import type { ActivationShape } from "./activationShape.js";
import type { LayerPlan, NetworkPlan } from "./networkPlan.js";
import { planInput } from "./planInput.js";
import { unsupported } from "./unsupported.js";
import { layerSources } from "../../lib/network/networkGraph.js";
import type { LayerJson, Topology } from "../../lib/network/topology.js";

/** What some layer gives. */
export interface Value {
  shape: ActivationShape;
  /** Whether it is a list of numbers, [N,U], and no map. */
  flat: boolean;
  /** The layers that it has gone through since it was last branched off or joined, in their order. */
  trail: readonly LayerPlan[];
  /** The place among the planned layers of the one that gives it; −1: the input. */
  place: number;
}

export class LayerChain {
  readonly layers: LayerPlan[] = [];
  private current: Value;
  private readonly input: ActivationShape;
  private readonly sources: string[][];
  /** What each layer of the topology gives, by its name, for each of those that read it. */
  private readonly values = new Map<string, Value[]>();

  constructor(private readonly topology: Topology) {
    const { flat, input } = planInput(topology);
    this.input = input;
    this.current = { shape: input, flat, trail: [], place: -1 };
    this.sources = layerSources(topology);
  }

  get shape(): ActivationShape {
    return this.current.shape;
  }

  /** Whether the value is a list of numbers, [N,U], and no map. */
  get flat(): boolean {
    return this.current.flat;
  }

  /** The layer that gives the value; undefined for the network's input. */
  get latest(): LayerPlan | undefined {
    return this.current.trail.at(-1);
  }

  get plan(): NetworkPlan {
    return { input: this.input, layers: frameMaps(this.layers), output: this.shape };
  }

  /** Plans a layer of the topology: `add` is told the values that it reads, the first of which is current. */
  layer(index: number, add: (read: readonly Value[]) => void): void {
    const { name } = this.topology.config.layers[index]!.config;
    const read = this.sources[index]!.map((source) => this.values.get(source)!.shift()!);
    if (read.length > 0) this.current = read[0]!;
    add(read);
    const { layers } = this.topology.config;
    const readers = layers.flatMap(({ class_name: className }, i) =>
      this.sources[i]!.filter((source) => source === name).map(() => className),
    );
    this.values.set(name, planBranches(this.layers, this.current, readers));
  }

  push(layer: Extract<LayerPlan, { output: ActivationShape }>, { flat = this.flat } = {}): void {
    this.append(layer);
    this.current.shape = layer.output;
    this.current.flat = flat;
  }

  /** From here on the value is a list of numbers. */
  flatten(): void {
    this.current = { ...this.current, flat: true };
  }

  /** The latest layer, changed, gives another shape. */
  reshape(shape: ActivationShape): void {
    this.current = { ...this.current, shape };
  }

  dropout(rate: number, layer: number): void {
    this.copySoftmax();
    this.append({ kind: "dropout", rate, layer, input: this.shape });
  }

  /** @param alpha positive */
  leakyRelu(alpha: number): void {
    this.copySoftmax();
    this.append({ kind: "leakyRelu", alpha, input: this.shape });
  }

  activation({ activation, name }: LayerJson["config"]): void {
    const previous = takesRelu(this.latest);
    switch (activation) {
      case undefined:
      case "linear":
        return;
      case "relu":
        if (previous) previous.relu = true;
        else {
          this.copySoftmax();
          this.append({ kind: "relu", input: this.shape });
        }
        return;
      case "softmax":
      case "log_softmax":
      case "logSoftmax":
        this.copySoftmax();
        if (endsInRelu(this.current.trail)) this.push(copyOf(this.shape));
        this.append({
          kind: "softmax",
          logarithmic: activation !== "softmax",
          input: this.shape,
        });
        return;
      default:
        unsupported(`la activación «${activation}» de «${name}»`);
    }
  }

  /** Adds a layer that reads the value, and gives the next one. */
  private append(layer: LayerPlan): void {
    const { place, trail } = this.current;
    if (place !== this.layers.length - 1 && layer.from === undefined) layer.from = place;
    this.layers.push(layer);
    const last = this.layers.length - 1;
    this.current = { ...this.current, trail: [...trail, layer], place: last };
  }

  /** A copy of what softmax gave, before it is changed in place: its gradient needs it as it was. */
  private copySoftmax(): void {
    const maker = this.current.trail.findLast(({ kind }) => kind !== "flatten");
    if (maker?.kind !== "softmax") return;
    this.push(copyOf(this.shape));
  }
}
