// What tf.layers says of layers and networks that it cannot make or use.
import { formatCount } from "../../../lib/text/format.js";
import { mostSimilar } from "../../vocabulary/mostSimilar.js";
import type { Rule } from "../explanation.js";
import { kinds } from "./layerNames.js";
import { MISFIT } from "./shapeText.js";

/** `[,28,28,1]` or `null,28,28,1` → `[lote, 28, 28, 1]`. */
function batchShape(text: string): string {
  const sizes = text.split(",").map((size) => size.trim());
  return `[${sizes.map((size) => (size === "" || size === "null" ? "lote" : size)).join(", ")}]`;
}

export const layerRules: readonly Rule[] = [
  [
    /Negative dimension size caused by adding layer (\S+) with input shape \[([^\]]*)\]/,
    (layer, shape) => ({
      message: `${MISFIT}: el filtro o la ventana de la capa «${layer}» no cabe en lo que le llega, ${batchShape(shape)}.`,
      hint: 'Usa un «kernelSize» o un «poolSize» menor, quita una agrupación anterior o conserva el tamaño con padding: "same".',
    }),
  ],
  [
    /must get an `inputShape`|expected an? inputShape/i,
    () => ({
      message: "A la primera capa le falta «inputShape»: la forma de lo que entra en la red.",
      hint: "Para una imagen en gris, inputShape: [28, 28, 1], sin contar el lote. Las demás capas deducen la suya.",
    }),
  ],
  [
    /Input \d+ is incompatible with layer (\S+): expected min_ndim=3, found ndim=2/,
    (layer) => ({
      message: `${MISFIT}: lo que llega a la capa «${layer}» ya está en una fila, y no hay nada que aplanar.`,
      hint: "Quita esa capa «flatten».",
    }),
  ],
  [
    /Input \d+ is incompatible with layer (\S+): expected (?:min_|max_)?ndim=(\d+), found ndim=(\d+)/,
    (layer, expected, found) => ({
      message: `${MISFIT}: la capa «${layer}» espera ${expected} dimensiones y le llegan ${found}, contando el lote.`,
      hint:
        expected === "4"
          ? "Una convolución o una agrupación trabaja con imágenes, [lote, alto, ancho, canales]: va antes de aplanar, no después."
          : "Entre una convolución y una capa densa hace falta aplanar, con tf.layers.flatten().",
    }),
  ],
  [
    /Input \d+ is incompatible with layer (\S+): expected axis (-?\d+) of input shape to have value (\d+) but got shape ([\d,]+)/,
    (layer, axis, expected, shape) => ({
      message: `${MISFIT}: la capa «${layer}» espera ${expected} en el eje ${axis} y le llega ${batchShape(shape)}.`,
      hint: "Los pesos de una capa nacen para una forma de entrada y no valen para otra.",
    }),
  ],
  [
    /Error when checking .*?: expected (\S+) to have (\d+) dimension\(s\),? but got array with shape \[(.*?)\]/,
    (_, expected, shape) => ({
      message: `${MISFIT}: la red espera un tensor de ${expected} dimensiones y recibe uno de forma ${batchShape(shape)}.`,
      hint: "La primera dimensión es el lote: una sola imagen tiene la forma [1, 28, 28, 1].",
    }),
  ],
  [
    /Error when checking .*?: expected (\S+) to have shape \[(.*?)\],? but got array with shape \[(.*?)\]/,
    (_, expected, shape) => ({
      message: `${MISFIT}: la red espera ${batchShape(expected)} y recibe ${batchShape(shape)}.`,
      hint: "Cambia «inputShape» en la primera capa, o la forma del tensor. El lote puede ser cualquiera.",
    }),
  ],
  [
    /expected a batch of elements where each example has shape \[(.*?)\].*each with shape \[(.*?)\]/,
    (expected, shape) => ({
      message: `${MISFIT}: la red espera ejemplos de forma ${batchShape(expected)} y los recibe de forma ${batchShape(shape)}.`,
      hint: "Cambia «inputShape» en la primera capa, o la forma del tensor.",
    }),
  ],
  [
    /Array of Tensors that you are passing to your model is not the size/,
    () => ({
      message: "La red espera un tensor y recibe otra cosa.",
      hint: "Una lista de números se convierte en un tensor con tf.tensor(lista, forma).",
    }),
  ],
  [
    /required key '(\w+)' not in config|Expected (\w+) to be a positive integer, but got undefined|expected config\.(\w+) to be a 'number' > 0 but got undefined/,
    (...names) => {
      const name = names.find((text) => text !== "")!;
      return {
        message: `A la capa le falta «${name}».`,
        hint: `Dáselo entre sus llaves, por ejemplo ${name}: ${name === "kernelSize" ? 3 : 10}.`,
      };
    },
  ],
  [
    /Expected (?:element \d+ of )?(\w+) to be a positive integer, but got (.*?)\.?$|expected config\.(\w+) to be a 'number' > 0 but got (.*?)\.?$/,
    (name, value, other, otherValue) => ({
      message: `«${name || other}» tiene que ser un entero mayor que cero, y es ${value || otherValue}.`,
    }),
  ],
  [
    /The (\w+) argument must be an integer or tuple of (\d+) integers\. Received: (.*?)\.?$/,
    (name, count) => ({
      message: `«${name}» tiene que ser un entero o una lista de ${count} enteros.`,
      hint: "Por ejemplo, 3 o [3, 3].",
    }),
  ],
  [
    /expects config\.(\w+) to be number or number\[\] .*but received (.*?)\.?$/,
    (name, value) => ({
      message: `«${name}» tiene que ser un entero o una lista de enteros, y es ${value}.`,
      hint: "Por ejemplo, 3 o [3, 3].",
    }),
  ],
  [
    /Unknown (activation|initializer|optimizer|loss)(?: function)?:? (\w+)/i,
    (kind, name) => {
      const { text, names } = kinds[kind.toLowerCase()]!;
      const similar = mostSimilar(name, names);
      return {
        message: `«${name}» no es el nombre de ${text}.${similar === undefined ? "" : ` ¿Querías decir «${similar}»?`}`,
        hint: `Hay: ${names.join(", ")}.`,
      };
    },
  ],
  [
    /(\S+) is not a valid PaddingMode|Unknown padding parameter: (\S+)/,
    (name, other) => ({
      message: `«${name || other}» no es una forma de rellenar.`,
      hint: 'Usa padding: "valid", sin relleno, o padding: "same", que conserva el tamaño.',
    }),
  ],
  [
    /Sequential model cannot be built: model is empty/,
    () => ({
      message: "La red no tiene ninguna capa.",
      hint: "Dale sus capas: tf.sequential({layers: […]}) o red.add(…).",
    }),
  ],
  [
    /model needs to be compiled before/,
    () => ({
      message: "La red no sabe aún con qué pérdida ni con qué optimizador aprender.",
      hint: "Antes de «fit» o «evaluate» llama a red.compile({optimizer, loss}).",
    }),
  ],
  [
    /same number of samples as target Tensors\. Found (\d+) input sample\(s\) and (\d+) target/,
    (inputs, targets) => ({
      message: `Hay ${formatCount(Number(inputs), "ejemplo", "ejemplos")} y ${formatCount(Number(targets), "respuesta", "respuestas")}: tiene que haber una por ejemplo.`,
    }),
  ],
  [
    /No such layer: (\S+)/,
    (name) => ({
      message: `La red no tiene ninguna capa «${name}».`,
      hint: "Sus nombres son red.layers.map((capa) => capa.name).",
    }),
  ],
  [
    /You called setWeights\(weights\) on layer .* with a weight list of length (\d+), but the layer was expecting (\d+) weights/,
    (given, expected) => ({
      message: `La capa tiene ${expected} grupos de pesos y recibe ${given}.`,
      hint: "Una capa con pesos y sesgos tiene dos grupos, en ese orden.",
    }),
  ],
  [
    /Layer weight shape (\S*) not compatible with provided weight shape (\S*)/,
    (expected, given) => ({
      message: `${MISFIT}: los pesos de la capa tienen la forma ${batchShape(expected)} y recibe ${batchShape(given)}.`,
    }),
  ],
  [
    /(?:Layer|Container) '(.+?)' is already disposed/,
    (name) => ({
      message: `«${name}» ya se había liberado con «dispose».`,
      hint: "Lo liberado no se puede usar más: crea otra vez la red, o libérala al final.",
    }),
  ],
];
