// The optimizers of the tfjs trainer, with the formulas of PyTorch's torch.optim, which are the engine's
// (engine/kernels/optimizer.ts). tf.train's own know no weight decay, and Adam's epsilon is elsewhere.
import { type OptimizerSettings, optimizerSettings } from "../loop/optimizerSettings.js";
import type { TrainerRequest, TrainerState } from "../loop/trainer.js";
import type { Hyperparameters } from "../../lib/run/hyperparameters.js";
import type { NamedWeight } from "../../lib/network/namedWeight.js";
import { weightName } from "../../lib/network/namedWeights.js";
import * as tf from "../../lib/network/tf.js";
import { InternalError } from "../../lib/errors/internalError.js";

const EPSILON = 1e-8;

type Scalars = Record<keyof OptimizerSettings, tf.Scalar>;

/** Told the gradient of each weight, by its name, inside a tidy. */
export type OnGradients = (name: string, gradient: tf.Tensor) => void;

/** What the optimizer remembers of one weight. */
interface Memory {
  velocity: tf.Variable;
  /** Adam's. */
  square: tf.Variable;
}

type RestoredOptimizer = Omit<TrainerState, "weights"> & {
  rateChanges?: TrainerRequest["rateChanges"] | undefined;
};

/** The weights of a network that learn, and how they move. Disposes only of what it keeps itself. */
export class TfjsOptimizer {
  private readonly weights: { name: string; variable: tf.LayerVariable }[];
  private readonly memories: Memory[];
  private readonly kind: NonNullable<Hyperparameters["optimizer"]>;
  private readonly rateChanges: TrainerRequest["rateChanges"];

  constructor(
    network: tf.LayersModel,
    private readonly hyperparameters: Hyperparameters,
    { velocities, squares = [], rateChanges }: RestoredOptimizer,
  ) {
    this.rateChanges = rateChanges;
    this.kind = hyperparameters.optimizer ?? "sgd";
    this.weights = network.layers.flatMap((layer) =>
      layer.trainableWeights.map((variable) => ({ name: weightName(layer, variable), variable })),
    );
    this.memories = this.weights.map((weight, i) => ({
      velocity: restored(weight, velocities, i),
      square: restored(weight, squares, i),
    }));
  }

  /** Moves the weights against the gradient of the loss; returns the loss before. Call it in a tidy. */
  minimize(loss: () => tf.Scalar, batch: number, onGradients?: OnGradients): tf.Scalar {
    const variables = this.weights.map(({ variable }) => variable.read() as tf.Variable);
    const { value, grads } = tf.variableGrads(loss, variables);
    const settings = optimizerSettings(this.hyperparameters, batch, this.rateChanges?.());
    const scalars = asScalars(settings);
    variables.forEach((weight, i) => {
      const gradient = grads[weight.name];
      if (!gradient) return; // the loss does not depend on it
      onGradients?.(this.weights[i]!.name, gradient);
      const moved = this.moved(weight, { gradient, scalars, memory: this.memories[i]! });
      this.weights[i]!.variable.write(moved); // keeps to the weight's constraint, if it has one
    });
    return value;
  }

  async readState(): Promise<Omit<TrainerState, "weights">> {
    const read = (what: keyof Memory) =>
      Promise.all(
        this.memories.map(async (memory, i): Promise<NamedWeight> => {
          const { name, variable } = this.weights[i]!;
          const values = Float32Array.from(await memory[what].data());
          return { name, shape: variable.shape.map(Number), values };
        }),
      );
    const velocities = await read("velocity");
    return this.isAdaptive ? { velocities, squares: await read("square") } : { velocities };
  }

  dispose(): void {
    tf.dispose(this.memories.map(({ velocity, square }) => [velocity, square]));
  }

  private get isAdaptive(): boolean {
    return this.kind === "adam" || this.kind === "adamw";
  }

  /** The weight after the step; its memory moves as well. */
  private moved(
    weight: tf.Tensor,
    { gradient, ...rest }: { gradient: tf.Tensor; scalars: Scalars; memory: Memory },
  ): tf.Tensor {
    const { weightDecay, decayRate } = rest.scalars;
    const decays = (this.hyperparameters.weightDecay ?? 0) > 0;
    if (this.kind === "adamw") {
      const decayed = decays ? tf.sub(weight, tf.mul(decayRate, weight)) : weight;
      return tf.sub(decayed, adamChange(gradient, rest));
    }
    const slope = decays ? tf.add(gradient, tf.mul(weightDecay, weight)) : gradient;
    const change = this.isAdaptive
      ? adamChange(slope, rest)
      : sgdChange(slope, { ...rest, nesterov: this.kind === "nesterov" });
    return tf.sub(weight, change);
  }
}

/** v ← m·v + g; the change is η·v, or with Nesterov η·(g + m·v). */
function sgdChange(
  gradient: tf.Tensor,
  { scalars, memory, nesterov }: { scalars: Scalars; memory: Memory; nesterov: boolean },
): tf.Tensor {
  const { learningRate, momentum } = scalars;
  const velocity = tf.add(tf.mul(momentum, memory.velocity), gradient);
  memory.velocity.assign(velocity);
  const direction = nesterov ? tf.add(gradient, tf.mul(momentum, velocity)) : velocity;
  return tf.mul(learningRate, direction);
}

/** v ← β₁·v + (1 − β₁)·g; s ← β₂·s + (1 − β₂)·g²; the change is η₁·v / (√s·c + ε). */
function adamChange(
  gradient: tf.Tensor,
  { scalars, memory }: { scalars: Scalars; memory: Memory },
): tf.Tensor {
  const { momentum, beta2, correctedRate, squareCorrection } = scalars;
  const average = (beta: tf.Scalar, old: tf.Tensor, present: tf.Tensor) =>
    tf.add(tf.mul(beta, old), tf.mul(tf.sub(1, beta), present));
  const velocity = average(momentum, memory.velocity, gradient);
  const square = average(beta2, memory.square, tf.square(gradient));
  memory.velocity.assign(velocity);
  memory.square.assign(square);
  const scale = tf.add(tf.mul(tf.sqrt(square), squareCorrection), EPSILON);
  return tf.div(tf.mul(correctedRate, velocity), scale);
}

/** The memory of a weight from a run's state; zeros if that is empty. */
function restored(
  { name, variable }: { name: string; variable: tf.LayerVariable },
  state: readonly NamedWeight[],
  index: number,
): tf.Variable {
  return tf.tidy(() => {
    if (state.length === 0) return tf.variable(tf.zerosLike(variable.read()), false);
    const found = state[index];
    const shape = variable.shape.map(Number);
    if (found?.shape.join() !== shape.join()) {
      throw new InternalError(
        `optimizer's state of ${name} [${shape.join(",")}] expected, ` +
          (found ? `[${found.shape.join(",")}] found` : "none found"),
      );
    }
    return tf.variable(tf.tensor(found.values, shape), false);
  });
}

function asScalars(settings: OptimizerSettings): Scalars {
  const entries = Object.entries(settings).map(([name, value]) => [name, tf.scalar(value)]);
  return Object.fromEntries(entries) as Scalars;
}
