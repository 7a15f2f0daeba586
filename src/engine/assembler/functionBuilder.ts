// One function of a WebAssembly module: what the engine's kernels need, with the network's dimensions as
// constants.
import { signed, unsigned } from "./encodeBinary.js";
import {
  memory,
  type MemoryInstruction,
  plain,
  type PlainInstruction,
  type ValueType,
  valueTypes,
} from "./instructions.js";

/** A local variable of a function under construction. */
export interface Local {
  readonly index: number;
  readonly type: ValueType;
}

/** Builds one function; its methods append instructions and return it. */
export class FunctionBuilder {
  private readonly bytes: number[] = [];
  private readonly locals: ValueType[] = [];
  readonly parameters: Local[];

  constructor(
    readonly name: string,
    readonly parameterTypes: readonly ValueType[],
  ) {
    this.parameters = parameterTypes.map((type, index) => ({ index, type }));
  }

  local(type: ValueType): Local {
    this.locals.push(type);
    return { index: this.parameterTypes.length + this.locals.length - 1, type };
  }

  get(local: Local): this {
    return this.emit(0x20, ...unsigned(local.index));
  }

  set(local: Local): this {
    return this.emit(0x21, ...unsigned(local.index));
  }

  i32(value: number): this {
    return this.emit(0x41, ...signed(BigInt(value | 0)));
  }

  i64(value: bigint): this {
    return this.emit(0x42, ...signed(BigInt.asIntN(64, value)));
  }

  f32(value: number): this {
    return this.emit(0x43, ...new Uint8Array(Float32Array.of(value).buffer));
  }

  f64(value: number): this {
    return this.emit(0x44, ...new Uint8Array(Float64Array.of(value).buffer));
  }

  /** Four lanes of the same float32. */
  f32x4(value: number): this {
    return this.emit(0xfd, 0x0c, ...new Uint8Array(new Float32Array(4).fill(value).buffer));
  }

  /** Four lanes of the same int32. */
  i32x4(value: number): this {
    return this.emit(0xfd, 0x0c, ...new Uint8Array(new Int32Array(4).fill(value).buffer));
  }

  lane(instruction: "f32x4.extract_lane" | "i32x4.extract_lane", lane: number): this {
    return this.emit(0xfd, instruction === "f32x4.extract_lane" ? 0x1f : 0x1b, lane);
  }

  /** Makes a vector of four of the eight lanes of the two vectors on the stack. */
  shuffle(lanes: readonly [number, number, number, number]): this {
    return this.emit(0xfd, 0x0d, ...lanes.flatMap((lane) => [0, 1, 2, 3].map((i) => 4 * lane + i)));
  }

  /** Stores one half, 64 bits, of the vector on the stack at the address below it. */
  storeHalf(half: 0 | 1): this {
    return this.emit(0xfd, 0x5b, 3, 0, half);
  }

  /** Stores one lane, 32 bits, of the vector on the stack at the address below it plus `offset`. */
  storeLane(lane: number, offset = 0): this {
    return this.emit(0xfd, 0x5a, 2, ...unsigned(offset), lane);
  }

  op(...instructions: PlainInstruction[]): this {
    for (const instruction of instructions) this.emit(...plain[instruction]);
    return this;
  }

  /**
   * A load or store at the address on the stack plus `offset`. V8 adds the offset of a splatting load to
   * the memory's base outside of the loop, one register each, and spills them; an addition of our own
   * becomes one instruction beside the load.
   */
  at(instruction: MemoryInstruction, offset = 0): this {
    const [opcode, alignment] = memory[instruction];
    if (instruction === "v128.load32_splat" && offset > 0) {
      return this.i32(offset)
        .op("i32.add")
        .emit(...opcode, alignment, 0);
    }
    return this.emit(...opcode, alignment, ...unsigned(offset));
  }

  call(functionIndex: number): this {
    return this.emit(0x10, ...unsigned(functionIndex));
  }

  /** Adds a constant to an i32 local. */
  increase(local: Local, by: number): this {
    return this.get(local).i32(by).op("i32.add").set(local);
  }

  /** Runs the body for counter = 0, 1, … below `count`, a constant or a local; not at all for 0. */
  loop(count: number | Local, body: (counter: Local) => void): this {
    if (count === 0) return this;
    const counter = this.local("i32");
    const pushCount = () => (typeof count === "number" ? this.i32(count) : this.get(count));
    this.i32(0).set(counter);
    if (typeof count !== "number") {
      pushCount().op("i32.eqz");
      this.emit(0x04, 0x40, 0x05); // if … (nothing) else
    }
    this.emit(0x03, 0x40); // loop
    body(counter);
    this.increase(counter, 1).get(counter);
    pushCount().op("i32.lt_u");
    this.emit(0x0d, 0x00, 0x0b); // br_if 0, end
    if (typeof count !== "number") this.emit(0x0b);
    return this;
  }

  /** Sets a local to an address: a base, and an index times a size. */
  point(local: Local, base: number, by: { index: Local; bytes: number }): this {
    return this.get(by.index).i32(by.bytes).op("i32.mul").i32(base).op("i32.add").set(local);
  }

  /** Runs the body again and again, for ever. */
  forever(body: () => void): this {
    this.emit(0x03, 0x40);
    body();
    return this.emit(0x0c, 0x00, 0x0b); // br 0, end
  }

  /** Runs the body again as long as the condition leaves an i32 that is not zero. */
  while(condition: () => void, body: () => void): this {
    this.emit(0x02, 0x40, 0x03, 0x40); // block, loop
    condition();
    this.op("i32.eqz").emit(0x0d, 0x01); // br_if 1
    body();
    return this.emit(0x0c, 0x00, 0x0b, 0x0b);
  }

  /** Runs the body if the i32 on the stack is not zero. */
  when(body: () => void): this {
    this.emit(0x04, 0x40);
    body();
    return this.emit(0x0b);
  }

  encode(): number[] {
    const declarations = this.locals.flatMap((type) => [1, valueTypes[type]]);
    const body = [...unsigned(this.locals.length), ...declarations, ...this.bytes, 0x0b];
    return [...unsigned(body.length), ...body];
  }

  private emit(...bytes: number[]): this {
    for (const byte of bytes) this.bytes.push(byte);
    return this;
  }
}
