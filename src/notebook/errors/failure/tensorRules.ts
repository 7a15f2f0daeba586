// What TensorFlow.js says of tensors and of the operations on them.
import { formatCount } from "../../../lib/text/format.js";
import type { Rule } from "../explanation.js";

const MISFIT = "Las formas no encajan";

/** `2,3` → `[2, 3]`. */
function shapeOf(text: string): string {
  return `[${text.split(",").join(", ")}]`;
}

/** How to make a tensor of a type. */
const conversions: Record<string, string> = {
  int32: 'Dilo al crearlo, tf.tensor1d(valores, "int32"), o conviértelo con .toInt().',
  float32: "Conviértelo con .toFloat().",
  bool: "Conviértelo con .toBool().",
};

export const tensorRules: readonly Rule[] = [
  [
    /Error in matMul: inner shapes \(.*?\) and \(undefined\)|Error in matMul: inner shapes \(undefined\)/,
    () => ({
      message: `${MISFIT}: «matMul» multiplica matrices, de dos dimensiones como poco.`,
      hint: "Un vector v se hace columna con v.reshape([-1, 1]).",
    }),
  ],
  [
    /Error in matMul: inner shapes \((\d+)\) and \((\d+)\) of Tensors with shapes (\S+) and (\S+)/,
    (columns, rows, a, b) => ({
      message: `${MISFIT}: no se pueden multiplicar matrices de ${shapeOf(a)} y ${shapeOf(b)}.`,
      hint: `Las columnas de la primera (${columns}) tienen que ser tantas como las filas de la segunda (${rows}). ¿Falta trasponer una, con .transpose()?`,
    }),
  ],
  [
    /Size\((\d+)\) must match the product of shape (.*)/,
    (size, shape) => ({
      message: `${MISFIT}: ${size} números no se pueden poner en la forma ${shapeOf(shape)}.`,
      hint: "«reshape» reparte los mismos números: el producto de la forma nueva tiene que ser cuántos hay.",
    }),
  ],
  [
    /implicit shape can't be a fractional number\. Got (\d+) \/ (\d+)/,
    (size, part) => ({
      message: `${MISFIT}: ${size} números no se reparten en grupos de ${part}.`,
      hint: "El -1 de «reshape» se calcula con los demás tamaños, y tiene que salir entero.",
    }),
  ],
  [
    /Based on the provided shape, \[(.*?)\], the tensor should have (\d+) values? but has (\d+)/,
    (shape, expected, found) => ({
      message: `${MISFIT}: en un tensor de ${shapeOf(shape)} caben ${expected} números, y hay ${found}.`,
      hint: "El producto de la forma tiene que ser cuántos números hay.",
    }),
  ],
  [
    /Element arr\[(.*?)\] should have (\d+) elements, but has (\d+) elements/,
    (index, expected, found) => ({
      message: `${MISFIT}: la fila ${index} tiene ${found} elementos y las otras, ${expected}.`,
      hint: "Todas las filas de un tensor tienen la misma longitud.",
    }),
  ],
  [
    /(tensor\d?d?)\(\) requires shape to be provided when `values` are a flat/,
    (name) => ({
      message: `A «${name}» le falta la forma: sus números vienen en una sola lista.`,
      hint: `Por ejemplo, tf.${name}([1, 2, 3, 4], [2, 2]).`,
    }),
  ],
  [
    /(tensor\d?d?)\(\) requires values to be/,
    (name) => ({
      message: `«${name}» espera una lista con otra profundidad.`,
      hint: "tensor1d lleva una lista de números; tensor2d, una lista de listas, o una lista y su forma; tf.tensor acepta cualquiera.",
    }),
  ],
  [
    /(tensor\d?d?)\(\) requires shape to have/,
    (name) => ({
      message: `La forma que recibe «${name}» no tiene tantos números como dimensiones.`,
      hint: "La forma de un tensor2d lleva dos números, y la de un tensor4d, cuatro; tf.tensor acepta cualquiera.",
    }),
  ],
  [
    /Unknown data type (\S+)|Failed to cast to unknown dtype (\S+)/,
    (name, other) => ({
      message: `«${name || other}» no es un tipo de tensor.`,
      hint: "Los que hay: float32, int32, bool, complex64 y string.",
    }),
  ],
  [
    /values passed to tensor\(values\) must be|Error creating a new Scalar/,
    () => ({
      message: "De eso no se puede hacer un tensor.",
      hint: "Un tensor se hace de números, de listas de números o de un Float32Array; tf.scalar, de un solo número.",
    }),
  ],
  [
    /Argument '(\w+)' passed to '(\w+)' must be (\w+) tensor, but got (\w+) tensor/,
    (argument, operation, expected, found) => ({
      message: `«${operation}» espera un tensor ${expected === "numeric" ? "de números" : `de tipo ${expected}`} («${argument}»), y recibe uno de tipo ${found}.`,
      ...(conversions[expected] !== undefined && { hint: conversions[expected] }),
    }),
  ],
  [
    /Argument '(\w+)' passed to '(\w+)' must be a Tensor or TensorLike, but got 'Promise'/,
    (argument, operation) => ({
      message: `«${operation}» espera un tensor («${argument}») y recibe una promesa: falta un «await».`,
    }),
  ],
  [
    /Argument '(\w+)' passed to '(\w+)' must be a Tensor or TensorLike, but got '(.*?)'/,
    (argument, operation, found) => ({
      message: `«${operation}» espera un tensor («${argument}») y recibe ${found === "null" ? "nada: «undefined» o «null»" : `otra cosa: ${found}`}.`,
      hint: "Mira qué le das: si falta un argumento, o si un nombre o un índice no existe.",
    }),
  ],
  [
    /Error in oneHot: depth must be >=2, but it is (\S+)/,
    (depth) => ({ message: `«oneHot» necesita dos clases o más, y recibe ${depth}.` }),
  ],
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
