// How the classes lie to each other in a cloud of points: their middles, and how far they run into one another.

export interface ClassCentre {
  /** The mean of its points, [k]; NaN without any. */
  centre: number[];
  /** The mean distance of its points from it. */
  spread: number;
  /** The class whose centre is the nearest. */
  nearest: number;
  /** From centre to centre. */
  distance: number;
  /** The part of its points that lie nearer to the centre of another class, 0–1. */
  outside: number;
  /** The class to whose centre most of those are nearest; undefined: there are none. */
  invader: number | undefined;
}

/** Of each class, in order. @param places [N,k] @param labels [N] */
export function classCentres(
  places: Float32Array,
  labels: Uint8Array,
  classes = 10,
): ClassCentre[] {
  const k = places.length / labels.length;
  const counts = new Uint32Array(classes);
  for (const label of labels) counts[label]!++;
  const means = meansOf(places, labels, counts);
  const centres = Array.from(counts, (_, c) => means.subarray(c * k, (c + 1) * k));
  const spreads = new Float64Array(classes);
  /** Points of a class by the class of the nearest centre, [classes,classes]. */
  const nearer = new Uint32Array(classes * classes);
  const distances = new Float64Array(classes);
  for (let n = 0; n < labels.length; n++) {
    const label = labels[n]!;
    for (let c = 0; c < classes; c++) distances[c] = distance(centres[c]!, places, n);
    spreads[label]! += distances[label]!;
    nearer[label * classes + smallest(distances)]!++;
  }
  return Array.from({ length: classes }, (_, label) => {
    const apart = Float64Array.from({ length: classes }, (_, c) =>
      c === label ? Infinity : distance(centres[c]!, means, label),
    );
    const nearest = smallest(apart);
    const elsewhere = nearer.slice(label * classes, (label + 1) * classes);
    const inside = elsewhere[label]!;
    elsewhere[label] = 0;
    return {
      centre: [...centres[label]!],
      spread: spreads[label]! / counts[label]!,
      nearest,
      distance: apart[nearest]!,
      outside: 1 - inside / counts[label]!,
      invader: inside === counts[label] ? undefined : elsewhere.indexOf(Math.max(...elsewhere)),
    };
  });
}

/** [classes,k]. */
function meansOf(places: Float32Array, labels: Uint8Array, counts: Uint32Array): Float64Array {
  const k = places.length / labels.length;
  const means = new Float64Array(counts.length * k);
  for (let n = 0; n < labels.length; n++) {
    const label = labels[n]!;
    for (let i = 0; i < k; i++) means[label * k + i]! += places[n * k + i]! / counts[label]!;
  }
  return means;
}

/** Between a centre and a row of another table of k columns. */
function distance(centre: Float64Array, other: Float32Array | Float64Array, row: number): number {
  const k = centre.length;
  let sum = 0;
  for (let i = 0; i < k; i++) {
    const difference = centre[i]! - other[row * k + i]!;
    sum += difference * difference;
  }
  return Math.sqrt(sum);
}

function smallest(values: Float64Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! < values[best]!) best = i;
  return best;
}
