import { expect, test } from "vitest";
import { lastHidden } from "../../../../src/lib/network/instruments/lastHidden.js";
import { createNetwork } from "../../../../src/lib/network/network.js";
import { offeredNetworks } from "../../../../src/lib/network/offeredNetworks.js";
import { parseTopology, type Topology } from "../../../../src/lib/network/topology.js";

/** `Dense`, `Dropout`…: each layer is called as its class, with its place. */
function topologyOf(...types: string[]): Topology {
  const layers = types.map((type, i) => ({ class_name: type, config: { name: `${type} ${i}` } }));
  return { class_name: "Sequential", config: { layers } };
}

test("it is what the last dense layer sums, whatever only hands it on", () => {
  const types = ["Conv2D", "Flatten", "Dense", "Dropout", "Dense", "Softmax"];
  expect(lastHidden(topologyOf(...types))).toBe("Dense 2");
  expect(lastHidden(topologyOf("Conv2D", "MaxPooling2D", "Flatten", "Dense"))).toBe(
    "MaxPooling2D 1",
  );
  expect(lastHidden(topologyOf("Dense", "Activation", "Dropout", "Dense"))).toBe("Activation 1");
});

test("without a hidden layer it is what stands before the only one, or that one", () => {
  expect(lastHidden(topologyOf("Flatten", "Dense"))).toBe("Flatten 0");
  expect(lastHidden(topologyOf("Conv2D", "ReLU", "Conv2D", "Flatten"))).toBe("ReLU 1");
  expect(lastHidden(topologyOf("Dense"))).toBe("Dense 0");
});

test("of the networks that are offered it is the dense one before the dropout, or the mean of each map", () => {
  const network = createNetwork();
  expect(lastHidden(parseTopology(JSON.stringify(network.toJSON(null, false))))).toBe("fc1");
  network.dispose();
  for (const { id, topology } of offeredNetworks.slice(1)) {
    const isOfToday = /^seis-convoluciones|^residual$/.test(id);
    expect(lastHidden(parseTopology(topology(0.4)!))).toBe(isOfToday ? "media" : "fc1");
  }
});
