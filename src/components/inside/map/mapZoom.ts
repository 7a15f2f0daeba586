// How a map is moved and magnified, by d3-zoom: pointer, wheel, two fingers, and the steps of the keyboard.
import * as d3 from "d3";
import { centredOn, middleOf, type Screen, type Transform } from "./mapView.js";

export interface MapZoomOptions {
  /** Whether something else is done with this press of the pointer. */
  isTaken: (event: Event) => boolean;
  onMove: () => void;
  /** The view has come to rest. */
  onRest: () => void;
}

export interface MapZoom {
  /** The same object at all times. */
  screen: Screen;
  zoomBy: (factor: number) => void;
  /** In parts of the window. */
  panBy: (right: number, down: number) => void;
  whole: () => void;
  /** A point of the paper comes to the middle, at least so large. */
  centre: (point: { u: number; v: number }, least: number) => void;
  /** What is in the middle stays there. */
  resize: (width: number, height: number) => void;
}

const EXTENT: [number, number] = [0.5, 400];

export function mapZoom(
  canvas: HTMLCanvasElement,
  { isTaken, onMove, onRest }: MapZoomOptions,
): MapZoom {
  const screen: Screen = { window: { width: 0, height: 0 }, transform: { k: 1, x: 0, y: 0 } };
  const zoom = behaviour((event) => mayMove(event, canvas) && !isTaken(event))
    .on("zoom", ({ transform }: { transform: Transform }) => {
      screen.transform = transform;
      onMove();
    })
    .on("end", onRest);
  const selection = d3.select(canvas).call(zoom).on("dblclick.zoom", null);
  const goTo = ({ k, x, y }: Transform) => {
    zoom.transform(selection, d3.zoomIdentity.translate(x, y).scale(k));
  };
  return {
    screen,
    zoomBy: (factor) => {
      zoom.scaleBy(selection, factor);
    },
    panBy(right, down) {
      const { width, height } = screen.window;
      const { k } = screen.transform;
      zoom.translateBy(selection, (-right * width) / k, (-down * height) / k);
    },
    whole: () => {
      goTo(d3.zoomIdentity);
    },
    centre(point, least) {
      goTo(centredOn(point, screen.window, Math.max(least, screen.transform.k)));
    },
    resize(width, height) {
      const middle = middleOf(screen) ?? { u: 0.5, v: 0.5 };
      screen.window = { width, height };
      zoom.extent(corners(0, width, height));
      zoom.translateExtent(corners(1, width, height)); // the paper cannot get lost
      goTo(centredOn(middle, screen.window, screen.transform.k));
    },
  };
}

function behaviour(mayBegin: (event: Event) => boolean) {
  return d3
    .zoom<HTMLCanvasElement, unknown>()
    .scaleExtent(EXTENT)
    .clickDistance(4) // pixels that a finger slips when it taps
    .filter(mayBegin);
}

/** Of the window, and so many windows more on every side. */
function corners(
  more: number,
  width: number,
  height: number,
): [[number, number], [number, number]] {
  return [
    [-more * width, -more * height],
    [(1 + more) * width, (1 + more) * height],
  ];
}

/** A page that is scrolled past does not get caught: wheel and finger move the map once it has the focus. */
function mayMove(event: Event, canvas: HTMLElement): boolean {
  const hasFocus = document.activeElement === canvas;
  if (event.type === "wheel") return hasFocus || (event as WheelEvent).ctrlKey;
  if (event.type.startsWith("touch")) {
    return hasFocus || (event as TouchEvent).touches.length > 1;
  }
  return (event as MouseEvent).button === 0;
}
