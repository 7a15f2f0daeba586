// What a network gives for images, computed in this worker: by the engine, whose programs are kept for the
// networks that were looked at last, or by tfjs where the engine does not know a layer.
import type { NetworkState } from "./networkState.js";
import { RecentlyUsed } from "./recentlyUsed.js";
import { layerProgram, type LayerProgram } from "../engine/layerProgram.js";
import { networkProgram, type NetworkProgram } from "../engine/networkProgram.js";
import type { Activations, InspectableTrainer } from "../loop/trainer.js";
import type { Predictions } from "../loop/predictions.js";
import { loadBrowserBackend } from "../tfjs/loadBrowserBackend.js";
import type { LoadBackend } from "../tfjs/chooseBackend.js";
import { isEngineLimit, trainerFor } from "../worker/createTrainer.js";
import type { ImageSet } from "../../lib/dataset/dataset.js";
import { defaultHyperparameters } from "../../lib/run/hyperparameters.js";

/** All the layers of a network of today, and of the one that it is compared with. */
const MOST_LAYERS = 32;
/** Both of these, whole. */
const MOST_NETWORKS = 2;

export class InsidePrograms {
  private readonly layers = new RecentlyUsed<LayerProgram>(MOST_LAYERS);
  private readonly networks = new RecentlyUsed<NetworkProgram>(MOST_NETWORKS);

  constructor(private readonly loadBackend: LoadBackend = loadBrowserBackend) {}

  /** What a layer gives for the images, dropout off. */
  async activations(
    network: NetworkState,
    images: ImageSet,
    layerName: string,
  ): Promise<Activations> {
    try {
      const { topology, weights } = network;
      const make = () => layerProgram(topology, layerName);
      const program = await this.layers.get(`${layerName} ${topology}`, make);
      program.setWeights(weights);
      return await program.activations(images);
    } catch (error) {
      if (!isEngineLimit(error)) throw error;
    }
    return this.withTrainer(network, images, (trainer) => trainer.activations(images, layerName));
  }

  /** What the network says of each image. */
  async predictions(network: NetworkState, images: ImageSet): Promise<Predictions> {
    try {
      const { topology, weights } = network;
      const program = await this.networks.get(topology, () => networkProgram(topology));
      program.setWeights(weights);
      return await program.predictions(images);
    } catch (error) {
      if (!isEngineLimit(error)) throw error;
    }
    return this.withTrainer(network, images, (trainer) => trainer.predict(images));
  }

  /** By tfjs. */
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
