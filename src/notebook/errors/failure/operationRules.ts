// What TensorFlow.js says of operations on tensors that do not fit, and of gradients.
import { formatCount } from "../../../lib/text/format.js";
import type { Rule } from "../explanation.js";
import { MISFIT, shapeOf } from "./shapeText.js";

/** The last one knows no more than that sizes do not fit: it goes behind all other rules for tensors. */
export const operationRules: readonly Rule[] = [
  [
    /Operands could not be broadcast together with shapes (.*?) and (.*?)\.?$/,
    (a, b) => ({
      message: `${MISFIT}: no se pueden operar tensores de ${shapeOf(a)} y ${shapeOf(b)}.`,
      hint: "Contando desde el final, cada tamaño tiene que ser igual en los dos, o 1 en uno de ellos.",
    }),
  ],
  [
    /Error in slice\w*: begin\[(\d+)\] \+ size\[\d+\] \((\d+)\) would overflow input\.shape\[\d+\] \((\d+)\)/,
    (axis, end, size) => ({
      message: `${MISFIT}: el trozo se sale del tensor. En el eje ${axis} llega hasta ${end} y solo hay ${size}.`,
      hint: "«slice» recibe dónde empieza y cuánto toma, no dónde acaba.",
    }),
  ],
  [
    /the index value (-?\d+) is not in \[0, (-?\d+)\]/,
    (index, last) => ({ message: `El índice ${index} no existe: van de 0 a ${last}.` }),
  ],
  [
    /Error in concat\w*: Shape of tensors\[\d+\] \((.*?)\) does not match the shape of the rest \((.*?)\)|must have matching shapes Shapes (\S+) and (\S+) must match/,
    (a, b, c, d) => ({
      message: `${MISFIT}: no se pueden juntar tensores de ${shapeOf(a || c)} y ${shapeOf(b || d)}.`,
      hint: "«concat» pide que solo difieran en el eje por el que se juntan; «stack», que sean iguales.",
    }),
  ],
  [
    /All values in axis param must be in range \[-(\d+), \d+\) but got axis (-?\d+)/,
    (count, axis) => ({
      message: `El eje ${axis} no existe: el tensor tiene ${count}, y van de 0 a ${Number(count) - 1}.`,
    }),
  ],
  [
    /Can't squeeze axis (\d+) since its dim '(\d+)' is not 1/,
    (axis, size) => ({
      message: `El eje ${axis} no se puede quitar: su tamaño es ${size}, y no 1.`,
    }),
  ],
  [
    /The array must have only 1 element/,
    () => ({
      message: "El tensor tiene más de un número y no se puede hacer de él uno solo.",
      hint: "Redúcelo antes, con .mean() o .sum().",
    }),
  ],
  [
    /Error in (\w+): (\w+) must be rank (\d+(?: or \d+)?),? but got rank (\d+)/,
    (operation, argument, expected, found) => ({
      message: `${MISFIT}: «${operation}» espera «${argument}» con ${expected.replace("or", "o")} dimensiones y lo recibe con ${found}.`,
      hint:
        argument === "filter"
          ? "Un filtro tiene la forma [alto, ancho, canales, filtros]."
          : "Una imagen tiene la forma [alto, ancho, canales], y un lote, [lote, alto, ancho, canales].",
    }),
  ],
  [
    /depth of input \((\d+)\) must match input depth for filter (\d+)/,
    (input, filter) => ({
      message: `${MISFIT}: la imagen tiene ${formatCount(Number(input), "canal", "canales")} y el filtro está hecho para ${filter}.`,
    }),
  ],
  [
    /Cannot find a connection between any variable and the result of the loss function/,
    () => ({
      message: "La pérdida no se calcula a partir de ninguna variable, y no tiene gradiente.",
      hint: "Calcula la pérdida dentro de la función, con los pesos y con operaciones de «tf»: lo que pasa por dataSync() ya no cuenta.",
    }),
  ],
  [
    /passed in \w+\(f\) must return a scalar|result y returned by f\(\) must be a tensor/,
    () => ({
      message: "La función de la pérdida tiene que devolver un tensor con un solo número.",
      hint: "Redúcela con .mean() o .sum().",
    }),
  ],
  [
    /Tensor must have a shape comprised of positive integers but got shape \[(.*?)\]/,
    (shape) => ({ message: `Una forma lleva enteros desde cero, y esta es ${shapeOf(shape)}.` }),
  ],
  [
    /Cannot have a step of zero/,
    () => ({ message: "Con un paso de cero no se llega nunca al final." }),
  ],
  [
    /Softmax along a non-last dimension/,
    () => ({
      message: "«softmax» solo se calcula en el último eje.",
      hint: "Traspón antes el tensor.",
    }),
  ],
  [
    /shape of the new value \((.*?)\) and previous value \((.*?)\) must match/,
    (given, expected) => ({
      message: `${MISFIT}: la variable tiene la forma ${shapeOf(expected)} y recibe ${shapeOf(given)}.`,
    }),
  ],
  [
    /Tensor is disposed|LayersVariable \S+ is already disposed/,
    () => ({
      message: "Se usa un tensor que ya se había liberado.",
      hint: "Mira qué devuelve «tf.tidy»: lo demás que se crea dentro se libera al salir.",
    }),
  ],
  [
    /^Backend name '(.+?)' not found/,
    (name) => ({ message: `En esta página no hay ningún motor «${name}».` }),
  ],
  [
    /^(?:Error in \w+: |Error when checking |Input \d+ is incompatible with layer ).*(?:shape|rank|ndim|dimension)/,
    () => ({
      message: `${MISFIT}: una operación o una capa ha recibido un tensor de otro tamaño.`,
      hint: "Escribe la forma de cada paso y compárala con la que espera el siguiente.",
    }),
  ],
];
