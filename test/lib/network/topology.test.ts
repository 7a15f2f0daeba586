import { describe, expect, test } from "vitest";
import { formerStore } from "../../fixtures/formerData.js";
import { inputShape, parseTopology, readTopology } from "../../../src/lib/network/topology.js";

describe("a network's topology", () => {
  test("is read from every record that f8331c5 wrote", () => {
    const runs = formerStore("store.json.gz").runs as { topology: string }[];
    for (const { topology } of runs) {
      const network = parseTopology(topology);
      expect(inputShape(network)).toEqual([28, 28, 1]);
      expect(network).toEqual(JSON.parse(topology));
    }
  });

  test.each([
    ["no JSON", "{", "La red está dañada"],
    ["no network", "null", "La red está dañada"],
    ["a network of another kind", '{"class_name":"RNN","config":{"layers":[]}}', "clase «RNN»"],
    ["a tf.model without layers", '{"class_name":"Model","config":{"layers":[]}}', "una entrada"],
    [
      "a layer without a name",
      '{"class_name":"Sequential","config":{"layers":[{}]}}',
      "La red está dañada",
    ],
  ])("is refused in Spanish for %s", (_, json, message) => {
    expect(readTopology(json)).toBeUndefined();
    expect(() => parseTopology(json)).toThrow(message);
  });
});
