// All that is seen of a map of garments: its controls, the board, the legend, and what is said below.
import { html } from "htl";
import { axisFields } from "./axisFields.js";
import { chosenOnMap } from "./chosenOnMap.js";
import type { GarmentMapOptions, MapContent } from "./garmentMap.js";
import { type MapBoard, mapBoard } from "./mapBoard.js";
import { mapLegend } from "./mapLegend.js";
import { mapKeysHelp } from "./mapKeys.js";
import type { MapEvent, MapState } from "./mapMachine.js";
import { mapTools } from "./mapTools.js";
import { markedImages } from "./markedImages.js";
import { describeImage, type NamedImages } from "../chooser/describeImage.js";
import { formatCount } from "../../../lib/text/format.js";
import { writeText } from "../../parts/writeText.js";

export interface MapHands {
  send: (event: MapEvent) => void;
  /** `lead`: the map goes there. */
  pick: (image: number, options?: { lead?: boolean }) => void;
}

export interface MapPanel {
  element: HTMLElement;
  /** All of it. */
  content: HTMLElement;
  show: (content: MapContent, state: MapState, options: { moving: boolean }) => void;
  goTo: (image: number) => void;
}

/** How many images the keyboard marks around the middle. */
const AROUND = 24;

export function mapPanel(options: GarmentMapOptions, hands: MapHands): MapPanel {
  const known: NamedImages = { labels: options.labels, names: options.names };
  const places = panelPlaces();
  const tellSight = () => {
    writeText(places.sight, describeSight(board, known));
  };
  const board = mapBoard({
    ...known,
    invalidation: options.invalidation,
    label: `${options.label} ${mapKeysHelp}`,
    onRest: tellSight,
    onHover: (image) => {
      writeText(places.hover, image === undefined ? "" : `${describeImage(known, image)}.`);
    },
    onPick: hands.pick,
    onRectangle: (images) => {
      hands.send({ type: "marked", images });
    },
  });
  const content = html`<div>
    ${toolsOver(board, options, hands)}${places.axes}${board.element}${places.hover}${places.legend}
    ${places.sight}${places.chosen}${places.marked}
  </div>`;
  return {
    element: html`<div class="garment-map" role="group" aria-label=${options.label}>
      ${content}
    </div>`,
    content,
    goTo: board.goTo,
    show(shown, state, { moving }) {
      known.evaluation = shown.evaluation;
      fillAxes(places.axes, shown, hands);
      board.show(shown, state, { moving });
      fillPlaces(places, { shown, state, known, board, hands, linkOf: options.linkOf });
      tellSight();
    },
  };
}

type Places = ReturnType<typeof panelPlaces>;

function panelPlaces() {
  return {
    axes: html`<div></div>`,
    legend: html`<div></div>`,
    hover: html`<p class="figure-readout map-hover" aria-hidden="true"></p>`,
    sight: html`<p class="figure-label" role="status"></p>`,
    chosen: html`<div></div>`,
    marked: html`<div></div>`,
  };
}

function toolsOver(
  board: MapBoard,
  { labels }: GarmentMapOptions,
  { send, pick }: MapHands,
): HTMLElement {
  return mapTools({
    count: labels.length,
    onColours(mode) {
      send({ type: "coloured", mode });
    },
    onSearch(image) {
      pick(image, { lead: true });
    },
    zoomBy: board.zoomBy,
    whole: board.whole,
    setMarking: board.setMarking,
    markNearest() {
      send({ type: "marked", images: Uint32Array.from(board.aroundCentre(AROUND)) });
    },
  });
}

/** Once; but again for another number of axes. */
function fillAxes(place: HTMLElement, { shares = [] }: MapContent, { send }: MapHands): void {
  const key = shares.join();
  if (place.dataset.shares === key) return;
  place.dataset.shares = key;
  const fields = axisFields(shares, (axes) => {
    send({ type: "turned", axes });
  });
  place.replaceChildren(...(shares.length < 3 ? [] : [fields]));
}

interface Filling {
  shown: MapContent;
  state: MapState;
  known: NamedImages;
  board: MapBoard;
  hands: MapHands;
  linkOf: GarmentMapOptions["linkOf"];
}

function fillPlaces(places: Places, filling: Filling): void {
  const { shown, state, known, board, hands, linkOf } = filling;
  const { images } = shown;
  const legend = mapLegend(board.groups(), {
    called: state.called,
    onCall(group) {
      hands.send({ type: "called", group });
    },
  });
  const focused = [...places.legend.querySelectorAll("button")].indexOf(
    document.activeElement as HTMLButtonElement,
  );
  places.legend.replaceChildren(legend);
  legend.querySelectorAll("button")[focused]?.focus();
  fill(places.chosen, chosenOnMap(state.chosen, { known, images, linkOf }));
  const key = `${state.marked.join()} ${String(images !== undefined)}`;
  if (places.marked.dataset.key === key) return; // the keyboard may be on its way through them
  places.marked.dataset.key = key;
  fill(places.marked, markedImages(state.marked, { known, images, onPick: hands.pick }));
}

function fill(place: HTMLElement, content: Node | null): void {
  place.replaceChildren(...(content ? [content] : []));
}

/** «312 prendas a la vista. En el centro: imagen 4.823: Botín…». */
function describeSight(board: MapBoard, known: NamedImages): string {
  const count = board.inSight().length;
  const [nearest] = board.aroundCentre(1);
  const total = `${formatCount(count, "prenda", "prendas")} a la vista.`;
  if (nearest === undefined || count === 0) return total;
  return `${total} La más cercana al centro: ${describeImage(known, nearest)}.`;
}
