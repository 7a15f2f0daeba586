// The names by which tf.layers is asked for an activation and the like.

/** What each kind is called, and the names that tfjs 4.22 knows. */
export const kinds: Record<string, { text: string; names: readonly string[] }> = {
  activation: {
    text: "una activación",
    names: [
      "elu",
      "selu",
      "relu",
      "relu6",
      "linear",
      "sigmoid",
      "hardSigmoid",
      "softplus",
      "softsign",
      "tanh",
      "softmax",
      "logSoftmax",
      "swish",
      "mish",
      "gelu",
    ],
  },
  initializer: {
    text: "un inicializador",
    names: [
      "constant",
      "glorotNormal",
      "glorotUniform",
      "heNormal",
      "heUniform",
      "identity",
      "leCunNormal",
      "leCunUniform",
      "ones",
      "orthogonal",
      "randomNormal",
      "randomUniform",
      "truncatedNormal",
      "varianceScaling",
      "zeros",
    ],
  },
  optimizer: {
    text: "un optimizador",
    names: ["adagrad", "adadelta", "adam", "adamax", "rmsprop", "sgd"],
  },
  loss: {
    text: "una función de pérdida",
    names: [
      "meanSquaredError",
      "meanAbsoluteError",
      "categoricalCrossentropy",
      "hinge",
      "sparseCategoricalCrossentropy",
      "binaryCrossentropy",
      "cosineProximity",
      "poisson",
    ],
  },
};
