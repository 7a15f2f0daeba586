// Runs the kernels of a step one by one, as a program with one thread runs them, with a clock between.
import { kernelFlops, madeFlops } from "./kernelFlops.js";
import { EMPTY_KERNEL, kernelLabel, type StepKernel, stepKernels } from "./stepKernels.js";
import { settingPlaces } from "../../src/engine/kernels/optimizer.js";
import type { ConvolutionPlaces } from "../../src/engine/places/layerPlaces.js";
import { activationSize } from "../../src/engine/plan/activationShape.js";
import { type Places, planPlaces } from "../../src/engine/places/places.js";
import { planNetwork } from "../../src/engine/plan/planNetwork.js";
import { writeParameters } from "../../src/engine/places/weightLayout.js";
import { PIXELS } from "../../src/lib/dataset/dataset.js";
import { epochOrder } from "../../src/training/batches/batches.js";
import { optimizerSettings } from "../../src/training/loop/optimizerSettings.js";
import type { TrainerRequest } from "../../src/training/loop/trainer.js";
import { parseTopology } from "../../src/lib/network/topology.js";

export interface KernelTime {
  kernel: string;
  microseconds: number;
}

export interface KernelWorkload {
  kernel: string;
  /** Floating-point operations of one call, on one batch. */
  flops: number;
  /** Those that Winograd's algorithm leaves, or the same. */
  made: number;
}

export class KernelRunner {
  private readonly order: Uint32Array;
  private readonly calls: { kernel: StepKernel; run: (batch: number) => void }[];
  private nextBatch = 0;

  private constructor(
    private readonly request: TrainerRequest,
    private readonly places: Places,
    private readonly memory: WebAssembly.Memory,
    { kernels, exports }: { kernels: readonly StepKernel[]; exports: WebAssembly.Exports },
  ) {
    const { seed, trainImages, batchSize: n } = request.hyperparameters;
    this.order = epochOrder(seed, 0, trainImages);
    this.calls = kernels.map((kernel) => {
      const call = exports[kernel.name] as (...values: number[]) => void;
      const { over, takes } = kernel;
      const slice = over === undefined ? [] : [0, over === "images" ? n : over];
      return {
        kernel,
        run: (batch: number) => {
          const values = { n, seed: seed | 0, batch, thread: 0 };
          call(...slice, ...takes.map((argument) => values[argument]));
        },
      };
    });
  }

  static async create(request: TrainerRequest): Promise<KernelRunner> {
    const places = planPlaces(
      planNetwork(parseTopology(request.topology)),
      request.hyperparameters.batchSize,
    );
    const { bytes, kernels } = stepKernels(places);
    const { pages } = places;
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    const { instance } = await WebAssembly.instantiate(bytes, { env: { memory } });
    writeParameters(memory, places, { kind: "values", weights: request.state.weights });
    const runner = new KernelRunner(request, places, memory, {
      kernels,
      exports: instance.exports,
    });
    for (const { kernel, run } of runner.calls) if (kernel.over === undefined) run(0); // layouts
    return runner;
  }

  /** The batch's mean loss. */
  step(batch: number): number {
    this.place(batch);
    for (const { run } of this.calls) run(batch);
    const { batchSize } = this.request.hyperparameters;
    const losses = new Float32Array(this.memory.buffer, this.places.losses, batchSize);
    return losses.reduce((sum, loss) => sum + loss, 0) / batchSize;
  }

  /** Mean time of each kernel over some steps, less what an empty one takes. */
  time(from: number, count: number): KernelTime[] {
    const sums = new Float64Array(this.calls.length);
    for (let batch = from; batch < from + count; batch++) {
      this.place(batch);
      let before = performance.now();
      for (let i = 0; i < this.calls.length; i++) {
        this.calls[i]!.run(batch);
        const after = performance.now();
        sums[i]! += after - before;
        before = after;
      }
    }
    this.nextBatch = from + count;
    const microseconds = [...sums].map((ms) => (1000 * ms) / count);
    const empty = microseconds[this.calls.findIndex(({ kernel }) => kernel.name === EMPTY_KERNEL)]!;
    return this.calls
      .map(({ kernel }, i) => ({ kernel, microseconds: Math.max(0, microseconds[i]! - empty) }))
      .filter(({ kernel }) => kernel.name !== EMPTY_KERNEL)
      .map(({ kernel, ...time }) => ({ kernel: kernelLabel(kernel), ...time }));
  }

  /** What each kernel computes in a step, from where the training stands: the mean of some steps. */
  work(steps: number): KernelWorkload[] {
    const living = new Map<StepKernel, number>();
    for (let i = 0; i < steps; i++) {
      this.step(this.nextBatch++);
      for (const { kernel } of this.calls) {
        if (kernel.layer?.kind !== "convolution") continue;
        living.set(kernel, (living.get(kernel) ?? 0) + this.countLiving(kernel.layer));
      }
    }
    const { batchSize: n } = this.request.hyperparameters;
    const parameters = this.places.parameters.size;
    return this.calls
      .filter(({ kernel }) => kernel.name !== EMPTY_KERNEL)
      .map(({ kernel }) => {
        const work = { n, living: (living.get(kernel) ?? 0) / steps, parameters };
        const flops = kernelFlops(kernel, work);
        return { kernel: kernelLabel(kernel), flops, made: madeFlops(kernel, work) };
      });
  }

  /** Output values whose gradient is not zero and which ReLU let pass. */
  private countLiving({ plan, output }: ConvolutionPlaces): number {
    const size = this.request.hyperparameters.batchSize * activationSize(plan.output);
    const values = new Float32Array(this.memory.buffer, output.values, size);
    const gradients = new Float32Array(this.memory.buffer, output.gradients, size);
    let count = 0;
    for (let i = 0; i < size; i++) {
      const isReal = i % plan.output.pitch < plan.output.channels;
      if (isReal && gradients[i] !== 0 && (!plan.relu || values[i]! > 0)) count++;
    }
    return count;
  }

  private place(batch: number): void {
    const { train, hyperparameters } = this.request;
    const { batchSize } = hyperparameters;
    const { buffer } = this.memory;
    const pixels = new Uint8Array(buffer, this.places.pixels);
    const labels = new Int32Array(buffer, this.places.labels, batchSize);
    const indices = this.order.subarray(batch * batchSize, (batch + 1) * batchSize);
    indices.forEach((index, n) => {
      pixels.set(train.images.subarray(index * PIXELS, (index + 1) * PIXELS), n * PIXELS);
      labels[n] = train.labels[index]!;
    });
    const settings = new Float32Array(buffer, this.places.settings);
    const values = optimizerSettings(hyperparameters, batch);
    for (const [name, value] of Object.entries(values)) {
      settings[settingPlaces[name as keyof typeof settingPlaces]] = value;
    }
  }
}
