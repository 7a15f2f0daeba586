import { JSDOM } from "jsdom";
import { beforeAll, expect, test } from "vitest";
import { networkDiagram } from "../../../src/components/network/networkDiagram.js";
import { describeLayers } from "../../../src/lib/network/describeLayers.js";
import { networkFromTopology } from "../../../src/lib/network/networkFromTopology.js";
import { residualNetwork } from "../../../src/lib/network/todaysNetworks.js";
import * as tf from "../../../src/lib/network/tf.js";

beforeAll(() => {
  const { document, Node, NodeList, HTMLCollection } = new JSDOM("").window;
  const NodeFilter = { SHOW_ELEMENT: 1, SHOW_COMMENT: 128 };
  Object.assign(globalThis, { document, Node, NodeList, HTMLCollection, NodeFilter });
});

function drawnWith(filters: number) {
  const convolution = tf.layers.conv2d({ inputShape: [28, 28, 1], filters, kernelSize: 3 });
  const drawing = networkDiagram(describeLayers(tf.sequential({ layers: [convolution] })));
  const width = Number(drawing.querySelector("svg")!.getAttribute("viewBox")!.split(" ")[2]);
  return { slices: drawing.querySelectorAll(".slice").length, width, text: drawing.textContent };
}

test("each feature map is a slice while they can be told apart", () => {
  expect(drawnWith(20).slices).toBe(1 + 20);
});

test("two thousand filters leave room for the rest, and are named by their number", () => {
  const { slices, width, text } = drawnWith(2000);
  expect(slices).toBeLessThan(100);
  expect(width).toBeLessThan(1000);
  expect(text).toMatch(/2\.?000/);
});

test("a branch is an arc of its own, a sum says what it adds, and no line is cut off", async () => {
  const network = await networkFromTopology(residualNetwork());
  const drawing = networkDiagram(describeLayers(network)).querySelector("svg")!;
  network.dispose();
  const arrows = [...drawing.querySelectorAll(".arrow")];
  const names = arrows.map(({ textContent }) => textContent.trim());
  expect(names).toEqual(["conv1", "conv4", "media", "fc", "convatajo"]);
  const arcs = arrows.filter((arrow) => /C/.test(arrow.querySelector("path")!.getAttribute("d")!));
  expect(arcs.map(({ textContent }) => textContent.trim())).toEqual(["convatajo"]);
  expect(drawing.textContent).toContain("suma1 = norm3 + relu1");
  expect(drawing.getAttribute("aria-label")).toContain(
    "convatajo va aparte, de 28 × 28 × 16 a 14 × 14 × 32",
  );
  const shift = Number(/,(\d+)/.exec(drawing.querySelector("g")!.getAttribute("transform")!)![1]);
  const lowest = Math.max(
    ...[...drawing.querySelectorAll("text")].map((text) => Number(text.getAttribute("y"))),
  );
  expect(shift + lowest).toBeLessThan(Number(drawing.getAttribute("viewBox")!.split(" ")[3]));
});
