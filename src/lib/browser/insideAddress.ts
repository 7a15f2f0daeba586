// What an instrument shows, in the page's address behind «#», so that a teacher can link to it:
// `#capa=conv2&mapa=7&imagen=4823&epoca=3`. What is damaged in it is left out.
import * as v from "valibot";

export interface InsideAddress {
  /** The layer's name. */
  layer?: string;
  /** Of the filter, map or neuron. */
  unit?: number;
  /** Number of the test image. */
  image?: number;
  epoch?: number;
  /** Of the class that is asked about. */
  classIndex?: number;
  /** What is changed in the image, each by its own amount: lib/dataset/changes. */
  scale?: number;
  turn?: number;
  right?: number;
  down?: number;
  blur?: number;
  noise?: number;
  invert?: number;
  /** How far each pixel is moved to fool the network, in levels of grey. */
  epsilon?: number;
}

const whole = (most: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(most));

/** A number with a sign and decimals, as far from 0 as `most`. */
const signed = (most: number) =>
  v.pipe(
    v.string(),
    v.regex(/^-?\d{1,3}(\.\d{1,2})?$/),
    v.transform(Number),
    v.minValue(-most),
    v.maxValue(most),
  );

/** The parameters' names, which are permanent, and what each may be. */
const parameters = {
  layer: ["capa", v.pipe(v.string(), v.minLength(1), v.maxLength(100))],
  unit: ["mapa", whole(99_999)],
  image: ["imagen", whole(9_999)],
  epoch: ["epoca", v.pipe(v.string(), v.regex(/^\d{1,4}(\.\d{1,6})?$/), v.transform(Number))],
  classIndex: ["clase", whole(9)],
  scale: ["escala", signed(4)],
  turn: ["giro", signed(360)],
  right: ["derecha", signed(28)],
  down: ["abajo", signed(28)],
  blur: ["desenfoque", signed(14)],
  noise: ["ruido", signed(255)],
  invert: ["negativo", signed(1)],
  epsilon: ["epsilon", whole(255)],
} as const satisfies Record<
  keyof InsideAddress,
  readonly [string, v.GenericSchema<string, unknown>]
>;

type Field = keyof InsideAddress;
const fields = Object.keys(parameters) as Field[];

/** What the address asks for; empty if it is that of a heading. */
export function readInsideAddress(hash = location.hash): InsideAddress {
  const query = new URLSearchParams(hash.slice(1));
  const found: Record<string, unknown> = {};
  for (const field of fields) {
    const [name, schema] = parameters[field];
    const result = v.safeParse(schema, query.get(name));
    if (result.success) found[field] = result.output;
  }
  return found;
}

/** What the page shows as far as its address said: that of a heading, followed since, says nothing of it. */
let shown: InsideAddress = {};

/**
 * Tells what the address asks for: at once, and again when the reader follows a link to something else here or edits
 * the address. What is told follows `writeInsideAddress`. For `Generators.observe()`.
 * @returns ends it
 */
export function followInsideAddress(tell: (address: Readonly<InsideAddress>) => void): () => void {
  const follow = () => {
    const asked = readInsideAddress();
    const query = insideQuery(asked);
    if (query === "" || query === insideQuery(shown)) return; // a heading's, or the way back from one
    tell((shown = asked));
  };
  tell((shown = { ...shown, ...readInsideAddress() }));
  addEventListener("hashchange", follow); // which the page's own writing does not raise
  return () => {
    removeEventListener("hashchange", follow);
  };
}

/** Changes the address in its place: what is undefined goes, what is not named stays. */
export function writeInsideAddress(changes: InsideAddress): void {
  Object.assign(shown, readInsideAddress(), changes);
  history.replaceState(history.state, "", `#${insideQuery(shown)}`);
}

/** The address of *La red por dentro* where it shows this. */
export function insideLink(address: InsideAddress): string {
  return `./por-dentro.html#${insideQuery(address)}`;
}

function insideQuery(address: InsideAddress): string {
  const query = new URLSearchParams();
  for (const field of fields) {
    const value = address[field];
    if (value !== undefined) query.set(parameters[field][0], String(value));
  }
  return query.toString();
}
