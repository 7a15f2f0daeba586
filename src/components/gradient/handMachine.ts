// What the reader does with the network by hand, as a machine without a view: numbers written, steps taken and
// taken back, and how far the way backward is shown.
import {
  type HandExample,
  type HandGradients,
  type HandNetwork,
  type HandPass,
  parametersOf,
  withParameters,
} from "../../lib/network/byHand/handNetwork.js";
import { ReaderError } from "../../lib/errors/readerError.js";
import type { Movement } from "../../lib/network/byHand/momentumStep.js";

/** The page's own functions: the reader may have changed them. */
export interface HandCode {
  forward: (network: HandNetwork, example: HandExample) => HandPass;
  backward: (network: HandNetwork, example: HandExample, pass: HandPass) => HandGradients;
  momentumStep: (
    weights: readonly number[],
    gradient: readonly number[],
    movement: Movement,
  ) => { weights: number[]; velocities: number[] };
}

export interface HandNumbers extends Movement {
  network: HandNetwork;
  example: HandExample;
  /** The loss before each of the steps taken from the numbers that were written. */
  losses: readonly number[];
}

export interface HandState {
  numbers: HandNumbers;
  /** What «Deshacer» goes back to, the latest last. */
  past: readonly HandNumbers[];
  /** How many of the arrows backward are shown. */
  arrows: number;
}

/** A number that the reader may write; those of the network are counted as `parametersOf` gives them. */
export type Place =
  { of: "parameter" | "pixel"; index: number } | { of: "learningRate" | "momentum" | "label" };

export type HandEvent =
  | { type: "write"; place: Place; value: number }
  | { type: "show"; arrows: number }
  | { type: "step" | "undo" | "restart" };

export const ARROWS = 7;

const still = Array<number>(14).fill(0);

export interface HandStart extends HandNetwork, HandExample {
  learningRate?: number;
  momentum?: number;
}

/** Throws a ReaderError for lists that are not as long as they must be. */
export function startingNumbers(start: HandStart): HandNumbers {
  const { image, label, learningRate = 0.1, momentum = 0.9, ...network } = start;
  checkStart(start);
  return {
    network: withParameters(parametersOf(network)),
    example: { image: [...image], label },
    learningRate,
    momentum,
    velocities: still,
    losses: [],
  };
}

function checkStart({ image, filter, weights, biases, label }: HandStart): void {
  const lists = [
    { name: "La imagen", found: image, expected: 16 },
    { name: "El filtro", found: filter, expected: 9 },
    { name: "La lista de pesos", found: weights, expected: 2 },
    { name: "La lista de sesgos", found: biases, expected: 2 },
  ];
  for (const { name, found, expected } of lists) {
    if (found.length === expected) continue;
    throw new ReaderError(`${name} lleva ${expected} números, y aquí hay ${found.length}.`);
  }
  if (label !== 0 && label !== 1) {
    throw new ReaderError(`La clase verdadera es 0 o 1, y aquí es ${String(label)}.`);
  }
}

/** @param start what «Empezar de nuevo» goes back to */
export function nextHandState(
  state: HandState,
  event: HandEvent,
  { code, start }: { code: HandCode; start: HandNumbers },
): HandState {
  const { numbers, past } = state;
  const moved = (next: HandNumbers) => ({ ...state, numbers: next, past: [...past, numbers] });
  switch (event.type) {
    case "write":
      return moved(withWritten(numbers, event.place, event.value));
    case "show":
      return { ...state, arrows: Math.max(0, Math.min(ARROWS, event.arrows)) };
    case "step":
      return moved(afterStep(numbers, code));
    case "restart":
      return moved(start);
    case "undo":
      return past.length === 0
        ? state
        : { ...state, numbers: past.at(-1)!, past: past.slice(0, -1) };
  }
}

/** A number of the network or its example makes another beginning: at rest, and with no steps taken. */
function withWritten(numbers: HandNumbers, place: Place, value: number): HandNumbers {
  const fresh = { ...numbers, velocities: still, losses: [] };
  const { network, example } = numbers;
  switch (place.of) {
    case "learningRate":
    case "momentum":
      return { ...numbers, [place.of]: value };
    case "label":
      return { ...fresh, example: { ...example, label: value } };
    case "pixel":
      return { ...fresh, example: { ...example, image: example.image.with(place.index, value) } };
    case "parameter":
      return { ...fresh, network: withParameters(parametersOf(network).with(place.index, value)) };
  }
}

export function afterStep(numbers: HandNumbers, code: HandCode): HandNumbers {
  const { network, example, losses } = numbers;
  const pass = code.forward(network, example);
  const gradient = parametersOf(code.backward(network, example, pass));
  const { weights, velocities } = code.momentumStep(parametersOf(network), gradient, numbers);
  const moved = { network: withParameters(weights), velocities, losses: [...losses, pass.loss] };
  return { ...numbers, ...moved };
}
