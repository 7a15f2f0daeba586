// Dilated convolutions are refused by name: tfjs computes one but not its gradient, and the engine knows none.
import type { LayerJson, Topology } from "../../lib/network/topology.js";
import { ReaderError } from "../../lib/errors/readerError.js";

/** Throws a ReaderError, in Spanish, that names the first layer whose filters are dilated. */
export function checkDilation({ config: { layers } }: Topology): void {
  const dilated = layers.find(isDilated);
  if (!dilated) return;
  throw new ReaderError(
    `«${dilated.config.name}» es una convolución con dilatación (dilationRate), y ni el motor propio ni TensorFlow.js saben calcular su gradiente. ` +
      "Quítasela, o usa un filtro más grande (kernelSize).",
  );
}

/** tf.layers' depthwise convolution has no dilation, whatever it is told. */
function isDilated({ class_name: className, config }: LayerJson): boolean {
  const rates = [config.dilation_rate ?? 1].flat();
  return className !== "DepthwiseConv2D" && rates.some((rate) => rate !== 1);
}
