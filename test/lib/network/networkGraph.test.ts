// Networks with branches: what is read of their JSON, and what is refused.
import { afterEach, describe, expect, test } from "vitest";
import { checkNetwork } from "../../../src/lib/network/checkNetwork.js";
import { hasBranches, layerSources, upToLayer } from "../../../src/lib/network/networkGraph.js";
import { networkFromTopology } from "../../../src/lib/network/networkFromTopology.js";
import { networkTopology } from "../../../src/lib/network/networkTopology.js";
import * as tf from "../../../src/lib/network/tf.js";
import { parseTopology, readTopology } from "../../../src/lib/network/topology.js";

let made: tf.LayersModel[] = [];
afterEach(() => {
  for (const network of made) network.dispose();
  made = [];
});

function model(arguments_: { inputs: tf.SymbolicTensor; outputs: tf.SymbolicTensor }) {
  const network = tf.model(arguments_);
  made.push(network);
  return network;
}

type Read = tf.SymbolicTensor | tf.SymbolicTensor[];
const through = (layer: tf.layers.Layer, read: Read) => layer.apply(read) as tf.SymbolicTensor;

/** A convolution beside another one, added, and ten numbers. */
function branched() {
  const image = tf.input({ shape: [8, 8, 1] });
  const one = through(tf.layers.conv2d({ filters: 3, kernelSize: 3, padding: "same" }), image);
  const other = through(tf.layers.conv2d({ filters: 3, kernelSize: 1, name: "corta" }), image);
  const sum = through(tf.layers.add({ name: "suma" }), [one, other]);
  const flat = through(tf.layers.flatten(), sum);
  return model({ inputs: image, outputs: through(tf.layers.dense({ units: 10 }), flat) });
}

test("each layer names those that it reads, and only they are needed for it", () => {
  const topology = parseTopology(networkTopology(branched()));
  expect(hasBranches(topology)).toBe(true);
  const sources = layerSources(topology);
  const sum = topology.config.layers.findIndex(({ config }) => config.name === "suma");
  expect(sources[sum]).toEqual(["conv2d_Conv2D1", "corta"]);
  const short = topology.config.layers.findIndex(({ config }) => config.name === "corta");
  const needed = upToLayer(topology, short).config.layers.map(({ config }) => config.name);
  expect(needed).toEqual(["input1", "corta"]);
});

test("the JSON is the same however many networks were made before, and makes the same network", async () => {
  const [first, second] = [branched(), branched()].map(networkTopology);
  expect(second).toBe(first);
  const again = await networkFromTopology(first!);
  made.push(again);
  expect(again.layers.map(({ name }) => name)).toEqual(
    parseTopology(first!).config.layers.map(({ config }) => config.name),
  );
  expect(() => {
    checkNetwork(again);
  }).not.toThrow();
});

describe("is refused in Spanish", () => {
  test("a layer that is used twice", () => {
    const image = tf.input({ shape: [4, 4, 1] });
    const twice = tf.layers.conv2d({ filters: 1, kernelSize: 3, padding: "same", name: "doble" });
    const sum = through(tf.layers.add(), [
      through(twice, image),
      through(twice, through(twice, image)),
    ]);
    const outputs = through(tf.layers.dense({ units: 10 }), through(tf.layers.flatten(), sum));
    expect(() => {
      checkNetwork(model({ inputs: image, outputs }));
    }).toThrow("La capa «doble» se usa dos veces");
  });

  test("a network that says of a layer that it reads one that is not there", () => {
    const json = networkTopology(branched()).replaceAll('[["suma",', '[["otra",');
    expect(readTopology(json)).toBeUndefined();
    expect(() => parseTopology(json)).toThrow("no dicen de cuáles reciben");
  });
});
