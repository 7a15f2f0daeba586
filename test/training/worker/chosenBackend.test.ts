import { beforeAll, describe, expect, test } from "vitest";
import { trainerWithNotices } from "./trainerWithNotices.js";
import { inputShape, unknown } from "./unknownLayers.js";
import { firstImages, requestFor } from "../networks.js";
import type { ImageSet } from "../../../src/lib/dataset/dataset.js";
import * as tf from "../../../src/lib/network/tf.js";

const { dense, flatten } = tf.layers;

let train: ImageSet;
beforeAll(async () => {
  train = await firstImages(12);
});

describe("a backend of tfjs chosen by hand", () => {
  test("that lacks the gradient of a layer gives way to one that has it, and the reader is told", async () => {
    const layers = unknown.find(([name]) => name.startsWith("a separable convolution"))![2]();
    const { trainer, notices } = await trainerWithNotices(
      await requestFor(layers, { train }),
      "wasm",
    );
    expect(trainer.engine).toEqual({ kind: "tfjs", backend: "cpu" });
    expect(notices).toEqual([
      "TensorFlow.js no sabe derivar alguna capa de esta red con «wasm»; calcula con «cpu», más despacio.",
    ]);
  });

  test("that this machine does not have gives way to the engine, and the reader is told", async () => {
    const layers = [flatten({ inputShape }), dense({ units: 10 })];
    const { trainer, notices } = await trainerWithNotices(
      await requestFor(layers, { train }),
      "webgpu",
    );
    expect(trainer.engine).toEqual({ kind: "engine", threads: 1 });
    expect(notices).toEqual([
      "TensorFlow.js no puede calcular con «webgpu» en esta máquina: el navegador no ofrece ninguna tarjeta gráfica. Se entrena con el motor propio.",
    ]);
  });
});
