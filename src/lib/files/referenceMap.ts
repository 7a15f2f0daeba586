// The map of the reference run: where its last epoch puts the 10,000 test images, and what it says of them. Made by
// `npm run map`, committed, and shown before any image is downloaded. A JSON says what the other file holds.
import { InternalError } from "../errors/internalError.js";
import { rangesOf } from "../numbers/rangesOf.js";

export interface ReferenceMap {
  /** N. */
  count: number;
  /** k: of the principal components that are kept. */
  components: number;
  /** Along each component, [N,k]. */
  places: Float32Array;
  /** UMAP's, [N,2]. */
  umap: Float32Array;
  /** From where to where they lie along each component, [k], and along UMAP's axes, [2]. */
  ranges: [low: number, high: number][];
  umapRanges: [low: number, high: number][];
  /** [N]. */
  predictions: Uint8Array;
  /** 0–1, [N]. */
  confidences: Float32Array;
  /** Along each component, [k]. */
  variances: number[];
  totalVariance: number;
}

export interface ReferenceMapJson {
  /** Of the network, whose numbers are laid out. */
  layer: string;
  count: number;
  variances: number[];
  totalVariance: number;
  /** The numbers that 0 and 65,535 stand for, of each component and of UMAP's two axes. */
  ranges: [low: number, high: number][];
  provenance: { command: string; date: string; machine: string; umapSeed: number; seconds: number };
}

/** UMAP's axes. */
const FLAT = 2;
const TOP = 65_535;
const CONFIDENCE_TOP = 255;

type Described = Pick<ReferenceMapJson, "layer" | "provenance">;

/** Column after column in 16 bits each, little endian; then the predictions and the confidences, a byte each. */
export function encodeReferenceMap(
  map: Omit<ReferenceMap, "ranges" | "umapRanges">,
  { layer, provenance }: Described,
): { json: ReferenceMapJson; bytes: Uint8Array } {
  const { count, components, variances, totalVariance } = map;
  const columns = [
    ...Array.from({ length: components }, (_, i) => columnOf(map.places, components, i)),
    ...Array.from({ length: FLAT }, (_, i) => columnOf(map.umap, FLAT, i)),
  ];
  const ranges = columns.map((column) => rangesOf(column, 1)[0]!);
  const bytes = new Uint8Array(2 * count * columns.length + 2 * count);
  const view = new DataView(bytes.buffer);
  columns.forEach((column, c) => {
    const [low, high] = ranges[c]!;
    column.forEach((value, n) => {
      view.setUint16(2 * (c * count + n), Math.round((TOP * (value - low)) / (high - low)), true);
    });
  });
  const rest = 2 * count * columns.length;
  bytes.set(map.predictions, rest);
  bytes.set(
    map.confidences.map((confidence) => Math.round(CONFIDENCE_TOP * confidence)),
    rest + count,
  );
  return { json: { layer, count, variances, totalVariance, ranges, provenance }, bytes };
}

/** Throws an InternalError if the two files are not of one making. */
export function decodeReferenceMap(json: ReferenceMapJson, bytes: Uint8Array): ReferenceMap {
  const { count, variances, totalVariance, ranges } = json;
  const components = ranges.length - FLAT;
  const rest = 2 * count * ranges.length;
  if (bytes.length !== rest + 2 * count) {
    throw new InternalError(`a map of ${rest + 2 * count} bytes expected, ${bytes.length} found`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const table = (first: number, width: number) =>
    Float32Array.from({ length: count * width }, (_, i) => {
      const column = first + (i % width);
      const [low, high] = ranges[column]!;
      const place = column * count + Math.floor(i / width);
      return low + ((high - low) * view.getUint16(2 * place, true)) / TOP;
    });
  return {
    count,
    components,
    places: table(0, components),
    umap: table(components, FLAT),
    ranges: ranges.slice(0, components),
    umapRanges: ranges.slice(components),
    predictions: bytes.slice(rest, rest + count),
    confidences: Float32Array.from(bytes.subarray(rest + count), (value) => value / CONFIDENCE_TOP),
    variances,
    totalVariance,
  };
}

function columnOf(values: Float32Array, width: number, column: number): Float32Array {
  return values.filter((_, i) => i % width === column);
}
