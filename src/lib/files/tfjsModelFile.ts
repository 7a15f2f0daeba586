// A run's network as one JSON file for TensorFlow.js: the fields of its ModelArtifacts, the weights
// as base64.
import { toBase64 } from "./base64.js";
import { writeWeights } from "../network/namedWeights.js";
import { networkFromTopology } from "../network/networkFromTopology.js";
import type { Run } from "../run/run.js";
import * as tf from "../network/tf.js";

export interface TfjsModelFile {
  format: "layers-model";
  modelTopology: object;
  weightSpecs: tf.io.WeightsManifestEntry[];
  /** Base64 of the weights' bytes, in the order of the specs. */
  weightData: string;
}

export async function tfjsModelFile({ topology, checkpoint }: Run): Promise<string> {
  const network = await networkFromTopology(topology);
  writeWeights(network, checkpoint.weights);
  let file: TfjsModelFile | undefined;
  await network.save(
    tf.io.withSaveHandler(({ modelTopology, weightSpecs, weightData }) => {
      const bytes = new Uint8Array(tf.io.CompositeArrayBuffer.join(weightData));
      file = {
        format: "layers-model",
        modelTopology: modelTopology as object,
        weightSpecs: weightSpecs!,
        weightData: toBase64(bytes),
      };
      return Promise.resolve({
        modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: "JSON" },
      });
    }),
  );
  network.dispose();
  return JSON.stringify(file);
}
