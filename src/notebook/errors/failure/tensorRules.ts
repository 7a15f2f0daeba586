// What TensorFlow.js says of tensors that it cannot make, and of what is no tensor.
import type { Rule } from "../explanation.js";
import { MISFIT, shapeOf } from "./shapeText.js";

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
];
