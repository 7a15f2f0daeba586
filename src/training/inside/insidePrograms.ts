// What a network gives for images, computed in this worker: by the engine, whose programs are kept for the
// networks that were looked at last, or by tfjs where the engine does not know a layer.
import type { NetworkState } from "./networkState.js";
import { layerProgram, type LayerProgram } from "../engine/layerProgram.js";
import type { Activations, InspectableTrainer } from "../loop/trainer.js";
import type { Predictions } from "../loop/predictions.js";
import { loadBrowserBackend } from "../tfjs/loadBrowserBackend.js";
import type { LoadBackend } from "../tfjs/chooseBackend.js";
import { isEngineLimit, trainerFor } from "../worker/createTrainer.js";
import type { ImageSet } from "../../lib/dataset/dataset.js";
import { defaultHyperparameters } from "../../lib/run/hyperparameters.js";

/** Programs that are kept: all the layers of a network of today, and of the one that it is compared with. */
const MOST_PROGRAMS = 32;

export class InsidePrograms {
  /** By topology and layer, the one used last at the end. */
  private readonly programs = new Map<string, Promise<LayerProgram>>();

  constructor(private readonly loadBackend: LoadBackend = loadBrowserBackend) {}

  /** What a layer gives for the images, dropout off. */
  async activations(
    network: NetworkState,
    images: ImageSet,
    layerName: string,
  ): Promise<Activations> {
    try {
      const program = await this.programOf(network.topology, layerName);
      program.setWeights(network.weights);
      return await program.activations(images);
    } catch (error) {
      if (!isEngineLimit(error)) throw error;
    }
    return this.withTrainer(network, images, (trainer) => trainer.activations(images, layerName));
  }

  /** What the network says of each image. */
  predictions(network: NetworkState, images: ImageSet): Promise<Predictions> {
    return this.withTrainer(network, images, (trainer) => trainer.predict(images));
  }

  private programOf(topology: string, layerName: string): Promise<LayerProgram> {
    const key = `${layerName} ${topology}`;
    const program = this.programs.get(key) ?? layerProgram(topology, layerName);
    this.programs.delete(key);
    this.programs.set(key, program);
    program.catch(() => this.programs.delete(key));
    const [oldest] = this.programs.keys();
    if (this.programs.size > MOST_PROGRAMS) this.programs.delete(oldest!);
    return program;
  }

  private async withTrainer<T>(
    { topology, weights }: NetworkState,
    images: ImageSet,
    look: (trainer: InspectableTrainer) => Promise<T>,
  ): Promise<T> {
    const trainer = await trainerFor({ loadBackend: this.loadBackend })({
      topology,
      hyperparameters: defaultHyperparameters,
      train: images, // nothing is trained
      state: { weights: [...weights], velocities: [] },
    });
    try {
      return await look(trainer);
    } finally {
      trainer.dispose();
    }
  }
}
