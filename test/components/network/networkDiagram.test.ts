import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { networkDiagram } from "../../../src/components/network/networkDiagram.js";
import { describeLayers } from "../../../src/lib/network/describeLayers.js";
import * as tf from "../../../src/lib/network/tf.js";

function drawnWith(filters: number) {
  const { document, Node, NodeList, HTMLCollection } = new JSDOM("").window;
  const NodeFilter = { SHOW_ELEMENT: 1, SHOW_COMMENT: 128 };
  Object.assign(globalThis, { document, Node, NodeList, HTMLCollection, NodeFilter });
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
