// Networks with something that the engine does not know, so that tfjs trains them.
import * as tf from "../../../src/lib/network/tf.js";

export const inputShape = [28, 28, 1];

const { conv2d, dense, flatten } = tf.layers;
export const end = () => [flatten(), dense({ units: 10, name: "fc" })];
const recurrent = () => [
  tf.layers.lstm({ name: "cinta", units: 4, recurrentInitializer: "glorotUniform" }),
  dense({ units: 10, name: "fc" }),
];
export const regularizer = tf.regularizers.l2({ l2: 0.1 });

/** What the engine does not know, and the words in which the reader is told. */
export const unknown: [string, string, () => tf.layers.Layer[]][] = [
  [
    "recurrent layers, and the reshaping before them",
    "la capa «filas» (Reshape)",
    () => [tf.layers.reshape({ name: "filas", inputShape, targetShape: [28, 28] }), ...recurrent()],
  ],
  [
    "an input that is no image",
    "la entrada de «filas», de forma [28, 28]",
    () => [
      tf.layers.gaussianDropout({ name: "filas", inputShape: [28, 28], rate: 0 }),
      ...recurrent(),
    ],
  ],
  [
    "channels flattened first",
    "el orden de los canales de «plana»",
    () => [
      conv2d({ inputShape, filters: 3, kernelSize: 3 }),
      flatten({ name: "plana", dataFormat: "channelsFirst" }),
      dense({ units: 10, name: "fc" }),
    ],
  ],
  [
    "a constraint",
    "la restricción de «atada»",
    () => [
      conv2d({
        name: "atada",
        inputShape,
        filters: 3,
        kernelSize: 3,
        kernelConstraint: tf.constraints.nonNeg(),
      }),
      ...end(),
    ],
  ],
  [
    "a separable convolution with two filters a channel",
    "el multiplicador de profundidad de «doble»",
    () => [
      tf.layers.separableConv2d({
        name: "doble",
        inputShape,
        filters: 3,
        kernelSize: 3,
        depthMultiplier: 2,
      }),
      ...end(),
    ],
  ],
  [
    "a layer normalization",
    "la capa «norma» (LayerNormalization)",
    () => [
      conv2d({ inputShape, filters: 3, kernelSize: 3, strides: 5 }),
      tf.layers.layerNormalization({ name: "norma" }),
      ...end(),
    ],
  ],
  ...(["elu", "sigmoid", "tanh"] as const).map(
    (activation): [string, string, () => tf.layers.Layer[]] => [
      `the activation ${activation}`,
      `la activación «${activation}» de «curva»`,
      () => [
        conv2d({ name: "curva", inputShape, filters: 3, kernelSize: 3, activation }),
        ...end(),
      ],
    ],
  ),
  [
    "a regularizer",
    "la regularización de «corta»",
    () => [
      flatten({ inputShape }),
      dense({ name: "corta", units: 10, kernelRegularizer: regularizer }),
    ],
  ],
  [
    "a dropout that shares its draws",
    "la forma del ruido de «franjas»",
    () => [
      conv2d({ inputShape, filters: 3, kernelSize: 3 }),
      tf.layers.dropout({ name: "franjas", rate: 0.5, noiseShape: [null!, 1, 1, 3] }),
      ...end(),
    ],
  ],
];
