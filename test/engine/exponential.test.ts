// The engine's own exponential and logarithm, each alone in a small module, on a dense sample.
import { describe, expect, test } from "vitest";
import { EXPONENTIAL_ERROR } from "./softmaxBounds.js";
import type { FunctionBuilder, Local } from "../../src/engine/assembler/functionBuilder.js";
import { ModuleBuilder } from "../../src/engine/assembler/moduleBuilder.js";
import { exponentialOf, logarithmOf } from "../../src/engine/kernels/exponential.js";

const PAGE_BYTES = 65_536;
/** Half a unit in the last place of a float32: what rounding alone costs. */
const ROUNDING = 2 ** -24;

/** Applies a function that the body emits to all the values, four at a time. */
async function apply(
  values: Float32Array,
  emit: (f: FunctionBuilder, address: Local) => void,
): Promise<Float32Array> {
  const module = new ModuleBuilder();
  module.define("run", 1, (f) => {
    const [vectors] = f.parameters as [Local];
    const address = f.local("i32");
    f.i32(0).set(address);
    f.loop(vectors, () => {
      emit(f, address);
      f.increase(address, 16);
    });
  });
  const pages = Math.ceil(values.byteLength / PAGE_BYTES);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const { instance } = await WebAssembly.instantiate(module.encode(pages), { env: { memory } });
  const floats = new Float32Array(memory.buffer, 0, values.length);
  floats.set(values);
  (instance.exports as { run: (vectors: number) => void }).run(values.length / 4);
  return floats;
}

function exponentials(values: Float32Array): Promise<Float32Array> {
  return apply(values, (f, address) => {
    f.get(address).get(address).at("v128.load");
    exponentialOf(f).at("v128.store");
  });
}

function logarithms(values: Float32Array): Promise<Float32Array> {
  return apply(values, (f, address) => {
    const s = f.local("f32");
    for (let lane = 0; lane < 4; lane++) {
      f.get(address)
        .at("f32.load", 4 * lane)
        .set(s);
      f.get(address);
      logarithmOf(f, s).at("f32.store", 4 * lane);
    }
  });
}

function largestRelativeError(
  found: Float32Array,
  values: Float32Array,
  exact: (value: number) => number,
): number {
  return found.reduce((largest, result, i) => {
    const wanted = exact(values[i]!);
    if (result === wanted) return largest;
    const error = Math.abs(result / wanted - 1);
    return error > largest || Number.isNaN(error) ? error : largest;
  }, 0);
}

/** So many numbers from one to the other, both included. */
function sample(from: number, to: number, count: number): Float32Array {
  return Float32Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
}

describe("the exponential", () => {
  test("is off by less than 1.1e-7 of the result for x in −87 … 0", async () => {
    const values = sample(-87, 0, 4_000_000);
    const error = largestRelativeError(await exponentials(values), values, Math.exp);
    expect(error).toBeLessThan(1.1e-7);
    expect(error).toBeGreaterThan(ROUNDING / 2); // or the measurement is wrong
    expect(1.1e-7).toBeLessThan(EXPONENTIAL_ERROR);
  });

  test("is off by less than that very near to zero", async () => {
    const values = Float32Array.from({ length: 400_000 }, (_, i) => -(2 ** (-i / 4000)));
    const error = largestRelativeError(await exponentials(values), values, Math.exp);
    expect(error).toBeLessThan(1.1e-7);
  });

  test("is one at zero, and stays at its least far below", async () => {
    const values = Float32Array.of(0, -0, -87, -88, -1e4, -1e30, -Infinity, -3e38);
    const least = Math.exp(-87);
    const found = await exponentials(values);
    expect(found.slice(0, 2)).toEqual(Float32Array.of(1, 1));
    for (const value of found.slice(2)) expect(value / least).toBeCloseTo(1, 6);
  });
});

describe("the logarithm", () => {
  test.each([
    ["1 … 2", sample(1, 2, 4_000_000)],
    ["1 … 1000", sample(1, 1000, 4_000_000)],
    ["powers of two", Float32Array.from({ length: 128 }, (_, i) => 2 ** i)],
    ["all magnitudes", Float32Array.from({ length: 2_000_000 }, (_, i) => 2 ** (i / 15_626))],
  ])("is off by no more than one rounding for s in %s", async (_, values) => {
    const found = await logarithms(values);
    expect(largestRelativeError(found, values, Math.log)).toBeLessThan(1.001 * ROUNDING);
  });

  test("is zero at one", async () => {
    expect(await logarithms(new Float32Array(4).fill(1))).toEqual(new Float32Array(4));
  });
});
