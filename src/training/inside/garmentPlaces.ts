// What the map of the garments asks of a network: where the images lie for it, and which are neighbours. Computed in
// a worker.
import { askInside } from "./askInside.js";
import type { GarmentNeighbours } from "./garmentNeighbours.js";
import type { NetworkState } from "./networkState.js";
import type { Asking } from "./questionTurns.js";
import type { ProjectedImages } from "./projectedImages.js";
import { type JobOptions, runJob } from "../worker/runJob.js";
import type { ImageSet } from "../../lib/dataset/dataset.js";
import type { LinearProjection } from "../../lib/numbers/principalComponents.js";

/** As many as the map offers to look along. */
export const SHOWN_COMPONENTS = 6;

/** The directions in which what a layer gives for the images differs most. */
export function principalComponents(
  network: NetworkState,
  images: ImageSet,
  { layerName, count = SHOWN_COMPONENTS }: { layerName: string; count?: number },
): Promise<LinearProjection> {
  return askInside("components", { network, images, layerName, count });
}

/** Where the images lie along the directions of a projection, [N,k], and what this network says of each. */
export function projectImages(
  network: NetworkState,
  images: ImageSet,
  {
    layerName,
    projection,
    invalidation,
  }: { layerName: string; projection: LinearProjection } & Asking,
): Promise<ProjectedImages> {
  return askInside("projected", { network, images, layerName, projection }, { invalidation });
}

/** The `count` images of the set that are nearest to one of them, for a layer and by the pixels alone. */
export function neighbours(
  network: NetworkState,
  images: ImageSet,
  {
    layerName,
    index,
    count = 10,
    invalidation,
  }: { layerName: string; index: number; count?: number } & Asking,
): Promise<GarmentNeighbours> {
  return askInside("neighbours", { network, images, layerName, index, count }, { invalidation });
}

/** All the images in one picture, as `atlasPlace` says. */
export function imageAtlas(images: ImageSet): Promise<ImageBitmap> {
  return askInside("atlas", { images });
}

export interface UmapRequest {
  network: NetworkState;
  images: ImageSet;
  layerName: string;
  seed: number;
}

/** UMAP's places of the images, [N,2]: some seconds, up to a minute. */
export function umapPlaces(request: UmapRequest, options: JobOptions): Promise<Float32Array> {
  options.onProgress({ ratio: 0, text: "Cargando el programa que calcula UMAP…" }); // it says nothing until it is here
  const start = () => new Worker(import.meta.resolve("./umapWorker.js"), { type: "module" });
  return runJob<Float32Array>(start, request, options);
}
