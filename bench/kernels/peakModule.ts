// What 128-bit vectors can do at best: independent chains of f32x4 multiplications and additions, with
// nothing to load or to store, as many as hide the latency of an operation and still fit the registers.
import type { Local } from "../../src/engine/assembler/functionBuilder.js";
import { ModuleBuilder } from "../../src/engine/assembler/moduleBuilder.js";

/** x64 has sixteen registers: two for factor and term, one that V8 keeps. The processor decides which is best. */
export const CHAIN_COUNTS = [8, 10, 12, 13];
const UNROLLED = 4;
const LANES = 4;

/** Operations of one pass of the loop of a function. */
export function flopsOfAPass(chains: number): number {
  return 2 * LANES * chains * UNROLLED;
}

/** Its functions chains8(passes), … need 1,024 bytes of memory, of which two vectors are read. */
export function peakModule(): Uint8Array<ArrayBuffer> {
  const module = new ModuleBuilder();
  for (const chains of CHAIN_COUNTS) {
    module.define(`chains${chains}`, 1, (f) => {
      const [passes] = f.parameters as [Local];
      const [factor, term] = [f.local("v128"), f.local("v128")];
      f.i32(0).at("v128.load").set(factor); // from memory: a constant might be folded
      f.i32(0).at("v128.load", 16).set(term);
      const sums = Array.from({ length: chains }, () => f.local("v128"));
      for (const sum of sums) f.f32x4(1).set(sum);
      f.loop(passes, () => {
        for (let i = 0; i < UNROLLED; i++) {
          for (const sum of sums) {
            f.get(sum).get(factor).op("f32x4.mul").get(term).op("f32x4.add").set(sum);
          }
        }
      });
      sums.forEach((sum, i) => {
        f.i32(0)
          .get(sum)
          .at("v128.store", 32 + 16 * i);
      });
    });
  }
  return module.encode(1);
}
