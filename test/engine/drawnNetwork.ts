// Networks drawn at random for property tests: small maps of odd sizes, few channels, any layer.
import fc from "fast-check";
import {
  convolution,
  type Dice,
  dice,
  type Ending,
  endings,
  type Grown,
  type LayerSpec,
  logSoftmax,
  mapLayers,
  pooledByTwo,
  rowLayers,
  type Shape,
} from "./drawnLayers.js";

export interface DrawnNetwork {
  inputShape: Shape;
  specs: LayerSpec[];
  classes: number;
}

/** What comes before the layers in question; behind what learns they are asked for their input's gradient. */
const beginnings = {
  denseOnMap: mapLayers.denseOnMap,
  pointwise: (shape: Shape, drawn: Dice) =>
    mapLayers.convolution(shape, { ...drawn, height: 1, width: 1, rowStride: 1, pooled: false }),
  convolution: mapLayers.convolution,
  nothing: (shape: Shape) => ({ specs: [], shape }),
} satisfies Record<string, (shape: Shape, drawn: Dice) => Grown>;

/** What makes a row of numbers of a map. */
const joints = {
  flatten: ([H, W, C]) => ({ specs: [{ layer: "flatten", config: {} }], shape: [1, 1, H * W * C] }),
  globalAveragePooling: ([, , C]) => ({
    specs: [{ layer: "globalAveragePooling2d", config: {} }],
    shape: [1, 1, C],
  }),
} satisfies Record<string, (shape: Shape) => Grown>;
export type Joint = keyof typeof joints;

const anyJoint = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Joint>("flatten") },
  { weight: 1, arbitrary: fc.constant<Joint>("globalAveragePooling") },
);

interface End {
  ending?: Ending;
  joint?: fc.Arbitrary<Joint>;
}

/** Networks with such layers in the midst, on maps and then on rows. */
export function drawnNetwork(
  onMap: readonly (keyof typeof mapLayers)[],
  onRow: readonly (keyof typeof rowLayers)[],
  { ending = "logSoftmax", joint = anyJoint }: End = {},
): fc.Arbitrary<DrawnNetwork> {
  const side = fc.integer({ min: 1, max: 9 });
  const drawn = fc.record({
    inputShape: fc.tuple(side, side, fc.integer({ min: 1, max: 6 })),
    classes: fc.integer({ min: 2, max: 10 }),
    beginning: fc.constantFrom(...kindsOf(beginnings)),
    first: fc.record({ dice, channels: fc.integer({ min: 1, max: 9 }) }),
    dice: fc.tuple(...onMap.map(() => dice)),
    joint,
    rowDice: fc.tuple(...onRow.map(() => dice)),
  });
  return drawn.map(({ inputShape, classes, beginning, first, ...rolled }) => {
    const specs: LayerSpec[] = [];
    let shape: Shape = inputShape;
    const add = (grown: Grown) => {
      specs.push(...grown.specs);
      shape = grown.shape;
    };
    add(beginnings[beginning](shape, { ...first.dice, channels: first.channels }));
    onMap.forEach((kind, i) => {
      add(mapLayers[kind](shape, rolled.dice[i]!));
    });
    add(joints[rolled.joint](shape));
    onRow.forEach((kind, i) => {
      add(rowLayers[kind](shape, rolled.rowDice[i]!));
    });
    specs.push({ layer: "dense", config: { units: classes } }, ...endings[ending]);
    return { inputShape, specs, classes };
  });
}

/** Convolutions that the engine computes by Winograd's algorithm, behind what learns. */
export const drawnWinograd: fc.Arbitrary<DrawnNetwork> = fc
  .record({
    side: fc.tuple(fc.integer({ min: 4, max: 9 }), fc.integer({ min: 4, max: 9 })),
    channels: fc.integer({ min: 4, max: 21 }),
    filters: fc.integer({ min: 8, max: 29 }),
    dice,
    classes: fc.integer({ min: 2, max: 10 }),
  })
  .map(({ side: [H, W], channels, filters, dice: drawn, classes }) => {
    const inputShape: Shape = [H, W, 2];
    const pointwise = { ...drawn, channels, height: 1, width: 1, rowStride: 1, pooled: false };
    const three = { ...drawn, channels: filters, height: 3, width: 3, rowStride: 1 };
    const first = convolution(inputShape, { ...pointwise, relu: !drawn.relu });
    const specs = [...first.specs, ...convolution(first.shape, three).specs];
    const ending: LayerSpec[] = [
      { layer: "flatten", config: {} },
      { layer: "dense", config: { units: classes } },
      logSoftmax,
    ];
    return { inputShape, specs: [...specs, ...ending], classes };
  });

/** Convolutions by F(4×4,3×3): with zeros around them, and with batch normalization, ReLU and pooling behind. */
export const drawnNormalized: fc.Arbitrary<DrawnNetwork> = fc
  .record({
    side: fc.tuple(fc.integer({ min: 1, max: 11 }), fc.integer({ min: 1, max: 11 })),
    channels: fc.integer({ min: 4, max: 21 }),
    filters: fc.tuple(fc.integer({ min: 8, max: 29 }), fc.integer({ min: 8, max: 13 })),
    dice: fc.tuple(dice, dice),
    classes: fc.integer({ min: 2, max: 10 }),
  })
  .map(({ side: [H, W], channels, filters, dice: drawn, classes }) => {
    const pointwise = { ...drawn[0], channels, height: 1, width: 1, rowStride: 1, pooled: false };
    const first = convolution([H, W, 2], pointwise);
    let { shape } = first;
    const specs = [...first.specs];
    filters.forEach((count, i) => {
      const { padding, useBias, pooled } = drawn[i]!;
      const three = { filters: count, kernelSize: 3, useBias };
      const valid = padding === "valid" && Math.min(shape[0], shape[1]) >= 3;
      const less = valid ? 2 : 0;
      specs.push({ layer: "conv2d", config: { ...three, padding: valid ? "valid" : "same" } });
      const to: Shape = [shape[0] - less, shape[1] - less, count];
      const normalized = mapLayers.batchNormalization(to, drawn[i]!);
      const grown = pooled ? pooledByTwo(normalized) : normalized;
      specs.push(...grown.specs);
      shape = grown.shape;
    });
    specs.push(
      { layer: "flatten", config: {} },
      { layer: "dense", config: { units: classes } },
      logSoftmax,
    );
    return { inputShape: [H, W, 2] as Shape, specs, classes };
  });

/** Networks of several layers, any of them. */
export const drawnChain: fc.Arbitrary<DrawnNetwork> = fc
  .record({
    onMap: fc.array(fc.constantFrom(...kindsOf(mapLayers)), { minLength: 1, maxLength: 4 }),
    onRow: fc.array(fc.constantFrom(...kindsOf(rowLayers)), { maxLength: 3 }),
    ending: fc.constantFrom(...kindsOf(endings)),
  })
  .chain(({ onMap, onRow, ending }) => drawnNetwork(onMap, onRow, { ending }));

function kindsOf<Kinds extends object>(layers: Kinds): (keyof Kinds)[] {
  return Object.keys(layers) as (keyof Kinds)[];
}
