// The drawn part of a map of garments: its points, as a state of the map and the content of an epoch ask for them.
import { drawMap, type Drawing } from "./drawMap.js";
import type { MapContent } from "./garmentMap.js";
import { type Group, type Grouping, groupPoints } from "./mapColours.js";
import { mapCanvas, type MapCanvas } from "./mapCanvas.js";
import { layOut } from "./mapLayout.js";
import type { MapState } from "./mapMachine.js";
import { followTheme, mapPalette } from "./mapPalette.js";
import { nearestPoints, pointsIn, pointsInSight } from "./mapView.js";
import { pointMover, type PointMover } from "./pointMover.js";

export interface MapBoardOptions {
  label: string;
  labels: Uint8Array;
  names: readonly string[];
  invalidation: Promise<unknown> | undefined;
  onRest: () => void;
  /** An image is pointed at; undefined: none is. */
  onHover: (image: number | undefined) => void;
  onPick: (image: number) => void;
  onRectangle: (images: Uint32Array) => void;
}

export interface MapBoard extends Pick<MapCanvas, "element" | "zoomBy" | "whole" | "setMarking"> {
  /** `moving`: the points go to their new places before the reader's eyes. */
  show: (content: MapContent, state: MapState, options: { moving: boolean }) => void;
  groups: () => readonly Group[];
  inSight: () => Uint32Array;
  /** The nearest to the middle first. */
  aroundCentre: (count: number) => number[];
  /** The image comes to the middle, and near. */
  goTo: (image: number) => void;
}

/** How far beside a point the pointer may be, in CSS pixels. */
const REACH = 14;
/** From here on the garments are told apart. */
const NEAR = 12;

export function mapBoard(options: MapBoardOptions): MapBoard {
  const { labels, names } = options;
  let grouping: Grouping = { groups: [], of: new Uint8Array() };
  let drawing: Omit<Drawing, "points" | "ratio"> | undefined;
  let paint = (): void => undefined;
  const map: MapCanvas = mapCanvas({
    ...options,
    draw(context, screen, ratio) {
      if (drawing) drawMap(context, { points: mover.points(), ratio, ...drawing }, screen);
    },
    onPoint: (at) => {
      options.onHover(at && eyes.near(at));
    },
    onPick: (at) => {
      const image = at ? eyes.near(at) : eyes.aroundCentre(1)[0];
      if (image !== undefined) options.onPick(image);
    },
    onRectangle: (rectangle) => {
      options.onRectangle(pointsIn(mover.points(), map.screen, rectangle));
    },
  });
  const mover = pointMover(map.redraw);
  const eyes = mapEyes(map, mover);
  const followed = followTheme(() => {
    paint();
  });
  void options.invalidation?.then(followed.end);
  return Object.assign(eyes, map, {
    groups: () => grouping.groups,
    show(content: MapContent, state: MapState, { moving }: { moving: boolean }) {
      grouping = groupPoints(state.mode, { labels, ...content.evaluation }, names);
      paint = () => {
        drawing = drawingOf(map.canvas, { grouping, content, state });
        map.redraw();
      };
      paint();
      mover.moveTo(layOut(content, state.axes), { moving });
    },
  });
}

/** What is seen of the points. */
function mapEyes(map: MapCanvas, { points }: PointMover) {
  const nearest = (at: [number, number], within: number, count: number) =>
    nearestPoints(points(), map.screen, { at, within, count });
  return {
    inSight: () => pointsInSight(points(), map.screen),
    near: (at: [number, number]) => nearest(at, REACH, 1)[0],
    aroundCentre(count: number) {
      const { width, height } = map.screen.window;
      return nearest([width / 2, height / 2], Infinity, count);
    },
    goTo(image: number) {
      const { u, v } = points();
      map.centre({ u: u[image]!, v: v[image]! }, NEAR);
    },
  };
}

function drawingOf(
  canvas: HTMLElement,
  { grouping, content, state }: { grouping: Grouping; content: MapContent; state: MapState },
): Omit<Drawing, "points" | "ratio"> {
  const marked = new Uint8Array(grouping.of.length);
  for (const n of state.marked) marked[n] = 1;
  return {
    grouping,
    called: state.called,
    atlas: content.atlas,
    marked,
    chosen: state.chosen ?? undefined,
    ...mapPalette(
      canvas,
      grouping.groups.map(({ color }) => color),
    ),
  };
}
