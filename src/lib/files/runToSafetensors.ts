// A run's weights as a safetensors file with PyTorch's names and layout, which the original
// notebook's `Net` loads, and the same back. The file carries the network and the hyperparameters.
import { flattenedShapes, networkFromTopology } from "../network/networkFromTopology.js";
import { fromPyTorch, toPyTorch } from "./pytorchLayout.js";
import { formatEngines } from "../run/engineUse.js";
import type { Run } from "../run/run.js";
import type { NamedWeight } from "../network/namedWeight.js";
import { decodeSafetensors, encodeSafetensors } from "./safetensors.js";

export async function runToSafetensors(run: Run): Promise<Uint8Array<ArrayBuffer>> {
  const network = await networkFromTopology(run.topology);
  const tensors = toPyTorch(run.checkpoint.weights, flattenedShapes(network));
  network.dispose();
  const metadata = {
    format: "pt",
    topology: run.topology,
    hyperparameters: JSON.stringify(run.hyperparameters),
    batch: String(run.checkpoint.batch),
    engine: formatEngines(run.engine),
  };
  return encodeSafetensors({ tensors, metadata });
}

/**
 * The weights in a safetensors file, for the network of `run`. Throws a FileFormatError, in Spanish,
 * if the file is damaged or is of another network.
 */
export async function weightsFromSafetensors(
  bytes: Uint8Array,
  { topology, weights }: { topology: string; weights: readonly NamedWeight[] },
): Promise<NamedWeight[]> {
  const { tensors } = decodeSafetensors(bytes);
  const network = await networkFromTopology(topology);
  try {
    return fromPyTorch(tensors, weights, flattenedShapes(network));
  } finally {
    network.dispose();
  }
}
