// Where everything of a network stands in memory: activations and their gradients, the parameters with
// their gradients and the optimizer's state, and what kernels keep from the forward to the backward pass.
import type { BarrierPlaces } from "../threads/barrier.js";
import { MemoryPlan } from "./memoryPlan.js";
import type { Activation, LayerPlaces } from "./layerPlaces.js";
import { LayerPlanner } from "./layerPlanner.js";
import { activationSize } from "../plan/activationShape.js";
import type { NetworkPlan } from "../plan/networkPlan.js";

/** Floats of the settings: see kernels/optimizer.ts. */
const SETTINGS = 16;
/** Images that are evaluated at once, at least. */
const LEAST_CAPACITY = 100;

export interface Places {
  /** Images that fit at once. */
  capacity: number;
  /** uint8, [capacity][H][W][C]. */
  pixels: number;
  /** int32, [capacity]. */
  labels: number;
  /** float32, [capacity]: the loss of each image. */
  losses: number;
  /** float32: what the optimizer must know at each step. */
  settings: number;
  input: Activation;
  layers: LayerPlaces[];
  output: Activation;
  parameters: ParameterBlock;
  team: TeamPlaces;
  pages: number;
}

/** How threads find each other: the barrier's numbers, what to do, and with which arguments. */
export interface TeamPlaces extends BarrierPlaces {
  part: number;
  /** Three int32: n, seed, batch. */
  arguments: number;
}

/** All the parameters side by side, so that one kernel moves them all. */
export interface ParameterBlock {
  /** Floats, a multiple of four. */
  size: number;
  values: number;
  gradients: number;
  /** The optimizer's velocities, or first moments. */
  velocities: number;
  /** Second moments, for Adam. */
  squares: number;
}

export function planPlaces(network: NetworkPlan, batchSize: number, threads = 1): Places {
  const memory = new MemoryPlan();
  const capacity = Math.max(batchSize, LEAST_CAPACITY);
  const { height, width, channels } = network.input;
  const pixels = memory.allocate(capacity * height * width * channels);
  const labels = memory.allocate(4 * capacity);
  const losses = memory.floats(capacity);
  const settings = memory.floats(SETTINGS);
  const team = planTeam(memory);
  const inputSize = capacity * activationSize(network.input);
  const input: Activation = {
    shape: network.input,
    values: memory.floats(inputSize),
    gradients: memory.floats(inputSize),
  };
  const planner = new LayerPlanner(memory, capacity, threads);
  const { layers, output } = planner.plan(network.layers, input);
  const parameters = planParameters(memory, planner.parameters.size);
  planner.parameters.place(parameters);
  return {
    capacity,
    pixels,
    labels,
    losses,
    settings,
    input,
    layers,
    output,
    parameters,
    team,
    pages: memory.pages,
  };
}

function planTeam(memory: MemoryPlan): TeamPlaces {
  return {
    arrived: memory.allocate(4),
    generation: memory.allocate(4),
    sleeping: memory.allocate(4),
    taken: memory.allocate(4),
    part: memory.allocate(4),
    arguments: memory.allocate(12),
  };
}

function planParameters(memory: MemoryPlan, size: number): ParameterBlock {
  const block = () => memory.floats(size);
  return {
    size,
    values: block(),
    gradients: block(),
    velocities: block(),
    squares: block(),
  };
}
