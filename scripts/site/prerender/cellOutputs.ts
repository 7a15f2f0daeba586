// What the cells of a page show, as HTML that a page without scripts shows alike: what stands in controls and on canvases
// is written down, which HTML leaves out.
import { encode } from "fast-png";
import { pixelsOf } from "./pageWindow.js";

const PLACE = /^:([\da-f]{8}(?:-\d+)?):$/;

/** By the cell's id; without those that show nothing. */
export function cellOutputs(): Record<string, string> {
  document.querySelectorAll("canvas").forEach(writePixels);
  document.querySelectorAll("input").forEach(writeInput);
  document.querySelectorAll("option").forEach((option) => {
    option.toggleAttribute("selected", option.selected);
  });
  document.querySelectorAll("main *").forEach(checkNames);
  const outputs: Record<string, string> = {};
  const comments = document.createNodeIterator(document.body, NodeFilter.SHOW_COMMENT);
  for (let place = comments.nextNode(); place; place = comments.nextNode()) {
    const id = PLACE.exec((place as Comment).data)?.[1];
    const shown = id === undefined ? "" : htmlBefore(place);
    if (shown.trim() !== "") outputs[id!] = shown;
  }
  return outputs;
}

/** A cell's output stands before its place, alone in their block; that of a cell within a sentence is one element or text. */
function htmlBefore(place: Node): string {
  const { _nodes: nodes = [] } = place as Node & { _nodes?: Node[] };
  const holder = document.createElement("div");
  for (const node of nodes) holder.append(node.cloneNode(true));
  return holder.innerHTML;
}

function writePixels(canvas: HTMLCanvasElement): void {
  const pixels = pixelsOf(canvas);
  if (!pixels) return;
  const png = Buffer.from(encode({ ...shrunk(pixels), depth: 8 })).toString("base64");
  // As an attribute: happy-dom writes position and size of a background in an order that browsers do not take.
  const before = canvas.getAttribute("style") ?? "";
  const picture = `background: url(data:image/png;base64,${png}) 0 0 / 100% 100%`;
  canvas.setAttribute("style", [before.replace(/;\s*$/, ""), picture].filter(Boolean).join("; "));
}

/** Grey alone where all is grey and nothing shines through. */
function shrunk({ width, height, data }: ImageData) {
  const isGrey = data.every((value, i) => {
    const place = i % 4;
    return place === 3 ? value === 255 : value === data[i - place];
  });
  if (!isGrey) return { width, height, data: Uint8Array.from(data), channels: 4 };
  return { width, height, data: Uint8Array.from(data.filter((_, i) => i % 4 === 0)), channels: 1 };
}

/**
 * happy-dom ends a value without quotes at "=": the rest becomes a name that no attribute has.
 * Throws an Error that shows such an element.
 */
function checkNames(element: Element): void {
  if (element.getAttributeNames().every((name) => /^[a-z_][\w:.-]*$/i.test(name))) return;
  throw new Error(`an attribute needs quotes: ${(element.cloneNode() as Element).outerHTML}`);
}

function writeInput(input: HTMLInputElement): void {
  const { type, value, checked } = input;
  if (type === "checkbox" || type === "radio") input.toggleAttribute("checked", checked);
  else if (type !== "file") input.setAttribute("value", value);
}
