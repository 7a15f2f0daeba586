// A small WebAssembly writer: enough to emit the engine's kernels as a module.
import { section, text, unsigned, vector } from "./encodeBinary.js";
import { FunctionBuilder } from "./functionBuilder.js";
import { type ValueType, valueTypes } from "./instructions.js";

/** A module with one imported memory; its functions are exported by their names. */
export class ModuleBuilder {
  private readonly functions: FunctionBuilder[] = [];

  /** Builds a function with i32 parameters and no result; returns its index, for `call`. */
  define(name: string, parameterCount: number, body: (f: FunctionBuilder) => void): number {
    const f = new FunctionBuilder(name, new Array<ValueType>(parameterCount).fill("i32"));
    body(f);
    this.functions.push(f);
    return this.functions.length - 1;
  }

  /** The module's bytes; it imports `env.memory` of that many pages of 64 KiB. */
  encode(pages: number, { shared = false } = {}): Uint8Array<ArrayBuffer> {
    const types = this.functions.map(({ parameterTypes }) => [
      0x60,
      ...vector(parameterTypes.map((type) => [valueTypes[type]])),
      0,
    ]);
    const limits = [shared ? 0x03 : 0x01, ...unsigned(pages), ...unsigned(pages)];
    const imported = [...text("env"), ...text("memory"), 0x02, ...limits];
    const exported = this.functions.map(({ name }, i) => [...text(name), 0x00, ...unsigned(i)]);
    return Uint8Array.from([
      0x00,
      0x61,
      0x73,
      0x6d,
      0x01,
      0x00,
      0x00,
      0x00,
      ...section(1, vector(types)),
      ...section(2, vector([imported])),
      ...section(3, vector(this.functions.map((_, i) => unsigned(i)))),
      ...section(7, vector(exported)),
      ...section(10, vector(this.functions.map((f) => f.encode()))),
    ]);
  }
}
