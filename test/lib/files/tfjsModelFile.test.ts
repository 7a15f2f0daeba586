import * as stockTf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import { networkFromTopology } from "../../../src/lib/network/networkFromTopology.js";
import { tfjsModelFile, type TfjsModelFile } from "../../../src/lib/files/tfjsModelFile.js";
import { writeWeights } from "../../../src/lib/network/namedWeights.js";
import { newRun } from "../../../src/training/worker/newRun.js";

test("the file for TensorFlow.js is loaded by the stock package, and predicts the same", async () => {
  const run = await newRun({ ...defaultHyperparameters, seed: 11 });
  const file = JSON.parse(await tfjsModelFile(run)) as TfjsModelFile;
  const weightData = Uint8Array.from(Buffer.from(file.weightData, "base64")).buffer;
  const model = await stockTf.loadLayersModel(stockTf.io.fromMemory({ ...file, weightData }));

  const network = await networkFromTopology(run.topology);
  writeWeights(network, run.checkpoint.weights);
  const image = stockTf.randomUniform([1, 28, 28, 1], 0, 1, "float32", 5);
  const [expected, found] = [network, model].map((each) =>
    (each.predict(image) as stockTf.Tensor).dataSync(),
  );
  expect(found).toEqual(expected);
});
