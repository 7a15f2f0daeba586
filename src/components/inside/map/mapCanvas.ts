// The paper of a map in its window. It knows no points; what is drawn, and what is done with a place, it is told.
import { html } from "htl";
import { listenToMapKeys } from "./mapKeys.js";
import type { Rectangle, Screen } from "./mapView.js";
import { type MapZoom, mapZoom } from "./mapZoom.js";
import { rectangleTool } from "./rectangleTool.js";

type Place = [x: number, y: number];

export interface MapCanvasOptions {
  /** What it is, and what its keys do, for who does not see it. */
  label: string;
  draw: (context: CanvasRenderingContext2D, screen: Screen, ratio: number) => void;
  /** The view has come to rest. */
  onRest: () => void;
  /** A place of the window is pointed at; undefined: none is. */
  onPoint: (at: Place | undefined) => void;
  /** A place is picked; undefined: the middle, by a key. */
  onPick: (at: Place | undefined) => void;
  onRectangle: (rectangle: Rectangle) => void;
}

export interface MapCanvas extends Pick<MapZoom, "screen" | "zoomBy" | "whole" | "centre"> {
  element: HTMLElement;
  canvas: HTMLCanvasElement;
  /** In the next frame that the reader is near; on paper, which waits for none, at once. */
  redraw: () => void;
  /** Whether the pointer draws rectangles. */
  setMarking: (on: boolean) => void;
}

export function mapCanvas(options: MapCanvasOptions): MapCanvas {
  const canvas = html`<canvas
    class="map-canvas"
    tabindex="0"
    role="application"
    aria-roledescription="mapa"
    aria-label=${options.label}
  ></canvas>` as HTMLCanvasElement;
  const element = html`<div class="map-window">${canvas}</div>`;
  const context = canvas.getContext("2d")!;
  const redraw = whileNear(canvas, () => {
    if (zoom.screen.window.width > 0) options.draw(context, zoom.screen, devicePixelRatio);
  });
  const tool = rectangleTool(element, options.onRectangle);
  const zoom = mapZoom(canvas, { isTaken: tool.isOn, onMove: redraw, onRest: options.onRest });
  listenToMapKeys(canvas, zoom, () => {
    options.onPick(undefined);
  });
  listenToPointer(canvas, tool.isOn, options);
  followSize(canvas, zoom.resize);
  return { ...zoom, element, canvas, redraw, setMarking: tool.setOn };
}

/** Once a frame, however often it is asked for, and only while the reader is near the canvas; but for paper. */
function whileNear(canvas: HTMLElement, work: () => void): () => void {
  let frame: number | undefined;
  let isNear = false;
  let isDue = false;
  const ask = () => {
    isDue = true;
    if (matchMedia("print").matches) work();
    if (!isNear) return;
    frame ??= requestAnimationFrame(() => {
      frame = undefined;
      isDue = false;
      work();
    });
  };
  const observer = new IntersectionObserver(
    (entries) => {
      isNear = entries.at(-1)!.isIntersecting;
      if (isDue) ask();
    },
    { rootMargin: "50%" },
  );
  observer.observe(canvas);
  return ask;
}

function listenToPointer(
  canvas: HTMLElement,
  isTaken: (event: Event) => boolean,
  { onPoint, onPick }: Pick<MapCanvasOptions, "onPoint" | "onPick">,
): void {
  canvas.addEventListener("pointermove", (event) => {
    if (event.buttons === 0) onPoint([event.offsetX, event.offsetY]);
  });
  canvas.addEventListener("pointerleave", () => {
    onPoint(undefined);
  });
  canvas.addEventListener("click", (event) => {
    canvas.focus({ preventScroll: true });
    if (!isTaken(event)) onPick([event.offsetX, event.offsetY]);
  });
}

/** The canvas has as many pixels as the screen shows of it. */
function followSize(
  canvas: HTMLCanvasElement,
  onSize: (width: number, height: number) => void,
): void {
  new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = canvas;
    if (width === 0) return;
    canvas.width = Math.round(width * devicePixelRatio);
    canvas.height = Math.round(height * devicePixelRatio);
    onSize(width, height);
  }).observe(canvas);
}
