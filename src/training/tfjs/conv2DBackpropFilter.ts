// The kernel that tfjs's wasm backend lacks, and without which it cannot train a convolution
// (tensorflow/tfjs #8474): the gradient of the loss with respect to a convolution's filter. Composed
// from kernels that it has: the gradient is itself a convolution, of the input by the output's
// gradient, with channels in the place of the batch.
import * as tf from "../../lib/network/tf.js";

interface ConvAttributes {
  strides: [number, number] | number;
  pad: "valid" | "same" | number;
  filterShape: [number, number, number, number];
}

/**
 * d loss / d filter, [FH,FW,C,K], in NHWC.
 * @param x the convolution's input, [N,H,W,C]
 * @param dy the gradient of the loss with respect to its output, [N,OH,OW,K]
 */
function conv2DFilterGradient(
  x: tf.Tensor4D,
  dy: tf.Tensor4D,
  { strides, pad, filterShape }: ConvAttributes,
): tf.Tensor4D {
  return tf.tidy(() => {
    const [strideHeight, strideWidth] = typeof strides === "number" ? [strides, strides] : strides;
    const info = tf.backend_util.computeConv2DInfo(
      x.shape,
      filterShape,
      [strideHeight, strideWidth],
      1,
      pad,
    );
    const { top, bottom, left, right } = info.padInfo;
    const padded = tf.pad(x, [
      [0, 0],
      [top, bottom],
      [left, right],
      [0, 0],
    ]);
    const images = tf.transpose(padded, [3, 1, 2, 0]); // [C,H,W,N]
    const filter = tf.transpose(dy, [1, 2, 0, 3]); // [OH,OW,N,K]
    const gradient = tf.conv2d(images, filter, 1, "valid", "NHWC", [strideHeight, strideWidth]);
    const [filterHeight, filterWidth] = filterShape;
    const cut = tf.slice(gradient, [0, 0, 0, 0], [-1, filterHeight, filterWidth, -1]);
    return tf.transpose<tf.Tensor4D>(cut, [1, 2, 0, 3]); // [FH,FW,C,K]
  });
}

/** Registers the kernel for the wasm backend, once. */
export function registerConv2DBackpropFilter(): void {
  if (tf.getKernel("Conv2DBackpropFilter", "wasm") as unknown) return;
  tf.registerKernel({
    kernelName: "Conv2DBackpropFilter",
    backendName: "wasm",
    kernelFunc: ({ inputs, attrs }) => {
      const { x, dy } = inputs as { x: tf.TensorInfo; dy: tf.TensorInfo };
      return conv2DFilterGradient(asTensor(x), asTensor(dy), attrs as unknown as ConvAttributes);
    },
  });
}

/** Kernels are given handles; in wasm each is a tensor of the engine. */
function asTensor(info: tf.TensorInfo): tf.Tensor4D {
  return info as tf.Tensor4D;
}
