// Pooling of any window, maximum or average, where it is not computed with a convolution. Windows that
// reach over the border are cut off there. Vectors run over the channels.
import type { FunctionBuilder, Local } from "../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../assembler/moduleBuilder.js";
import { clearImages } from "./clearImages.js";
import type { PoolingPlaces } from "../places/layerPlaces.js";
import { activationSize } from "../plan/activationShape.js";
import type { PoolingPlan } from "../plan/networkPlan.js";

/** What is left of a window inside the map: addresses are of the input's values. */
interface Window {
  /** Address of its first position. */
  start: Local;
  rows: Local;
  columns: Local;
  /** Bytes into the output's values, gradients and maxima. */
  offset: Local;
}

/** pool(first, count). */
export function definePooling(
  module: ModuleBuilder,
  places: PoolingPlaces,
  prefix: string,
): number {
  const { plan, output, maxima } = places;
  return defineWindows(module, { places, name: `${prefix}.pool` }, (f, window) => {
    for (let v = 0; v < plan.output.pitch / 4; v++) {
      const [best, place, larger] = [f.local("v128"), f.local("v128"), f.local("v128")];
      const value = f.local("v128");
      f.f32x4(plan.mode === "max" ? -Infinity : 0).set(best);
      f.get(window.start).op("i32x4.splat").set(place);
      eachPosition(f, { places, window }, (position) => {
        f.get(position)
          .at("v128.load", 16 * v)
          .set(value);
        if (plan.mode === "average") {
          f.get(best).get(value).op("f32x4.add").set(best);
          return;
        }
        f.get(value).get(best).op("f32x4.gt").set(larger);
        f.get(value).get(best).get(larger).op("v128.bitselect").set(best);
        f.get(position).op("i32x4.splat").get(place).get(larger).op("v128.bitselect").set(place);
      });
      if (plan.mode === "average") {
        f.get(best);
        pushSize(f, window).op("f32x4.div").set(best);
      }
      f.get(window.offset)
        .get(best)
        .at("v128.store", output.values + 16 * v);
      f.get(window.offset)
        .get(place)
        .at("v128.store", maxima + 16 * v);
    }
  });
}

/** poolGradient(first, count): to the first maximum of each window, or to all its positions alike. */
export function definePoolingGradient(
  module: ModuleBuilder,
  places: PoolingPlaces,
  prefix: string,
): number {
  const { plan, input, output, maxima } = places;
  const distance = input.gradients - input.values;
  const backward = (f: FunctionBuilder, window: Window) => {
    if (plan.mode === "average") {
      spreadGradient(f, { places, window, distance });
      return;
    }
    const target = f.local("i32");
    for (let c = 0; c < plan.output.channels; c++) {
      f.get(window.offset).at("i32.load", maxima + 4 * c);
      f.i32(distance + 4 * c)
        .op("i32.add")
        .set(target);
      f.get(target).get(target).at("f32.load");
      f.get(window.offset).at("f32.load", output.gradients + 4 * c);
      f.op("f32.add").at("f32.store");
    }
  };
  const name = `${prefix}.poolGradient`;
  return defineWindows(module, { places, name, clear: true }, backward);
}

function spreadGradient(
  f: FunctionBuilder,
  { places, window, distance }: { places: PoolingPlaces; window: Window; distance: number },
): void {
  const share = f.local("v128");
  const target = f.local("i32");
  for (let v = 0; v < places.plan.output.pitch / 4; v++) {
    f.get(window.offset).at("v128.load", places.output.gradients + 16 * v);
    pushSize(f, window).op("f32x4.div").set(share);
    eachPosition(f, { places, window }, (position) => {
      f.get(position).i32(distance).op("i32.add").set(target);
      f.get(target)
        .get(target)
        .at("v128.load", 16 * v)
        .get(share);
      f.op("f32x4.add").at("v128.store", 16 * v);
    });
  }
}

/** Pushes the number of positions of the window, four times. */
function pushSize(f: FunctionBuilder, { rows, columns }: Window): FunctionBuilder {
  return f.get(rows).get(columns).op("i32.mul", "f32.convert_i32_u", "f32x4.splat");
}

/** Runs the body for each position of a window, row by row. */
function eachPosition(
  f: FunctionBuilder,
  { places, window }: { places: PoolingPlaces; window: Window },
  body: (position: Local) => void,
): void {
  const { width, pitch } = places.plan.input;
  const [row, position] = [f.local("i32"), f.local("i32")];
  f.get(window.start).set(row);
  f.loop(window.rows, () => {
    f.get(row).set(position);
    f.loop(window.columns, () => {
      body(position);
      f.increase(position, 4 * pitch);
    });
    f.increase(row, 4 * width * pitch);
  });
}

/** A function (first, count) that does something to each window of the images. */
function defineWindows(
  module: ModuleBuilder,
  { places, name, clear = false }: { places: PoolingPlaces; name: string; clear?: boolean },
  body: (f: FunctionBuilder, window: Window) => void,
): number {
  const { plan, input } = places;
  const imageBytes = 4 * activationSize(plan.input);
  return module.define(name, 2, (f) => {
    const [first, count] = f.parameters as [Local, Local];
    if (clear) clearImages(f, input, { first, count });
    const local = () => f.local("i32");
    const window = { start: local(), rows: local(), columns: local(), offset: local() };
    const [image, top, left] = [local(), local(), local()];
    f.point(image, input.values, { index: first, bytes: imageBytes });
    f.point(window.offset, 0, { index: first, bytes: 4 * activationSize(plan.output) });
    f.loop(count, () => {
      eachWindow(f, plan, { image, top, left, window }, () => {
        body(f, window);
      });
      f.increase(image, imageBytes);
    });
  });
}

/** Runs the body for each window of an image, row by row, with the locals set to what is inside the map. */
function eachWindow(
  f: FunctionBuilder,
  plan: PoolingPlan,
  { image, top, left, window }: { image: Local; top: Local; left: Local; window: Window },
  body: () => void,
): void {
  const { height, width, pitch } = plan.input;
  const down = { stride: plan.rowStride, before: plan.top, window: plan.windowHeight };
  const across = { stride: plan.columnStride, before: plan.left, window: plan.windowWidth };
  f.loop(plan.output.height, (y) => {
    cut(f, { at: y, ...down }, height, { start: top, size: window.rows });
    f.loop(plan.output.width, (x) => {
      cut(f, { at: x, ...across }, width, { start: left, size: window.columns });
      f.get(top).i32(width).op("i32.mul").get(left).op("i32.add");
      f.i32(4 * pitch).op("i32.mul");
      f.get(image).op("i32.add").set(window.start);
      body();
      f.increase(window.offset, 4 * plan.output.pitch);
    });
  });
}

/** Sets the start of a window along one axis, and how much of it is inside. */
function cut(
  f: FunctionBuilder,
  along: { at: Local; stride: number; before: number; window: number },
  inside: number,
  { start, size }: { start: Local; size: Local },
): void {
  const end = f.local("i32");
  f.get(along.at).i32(along.stride).op("i32.mul").i32(along.before).op("i32.sub").set(start);
  f.get(start).i32(along.window).op("i32.add").set(end);
  f.get(start).i32(0).get(start).i32(0).op("i32.gt_s", "select").set(start);
  f.get(end).i32(inside).get(end).i32(inside).op("i32.lt_s", "select").set(end);
  f.get(end).get(start).op("i32.sub").set(size);
}
