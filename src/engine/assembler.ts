// A small WebAssembly writer: enough to emit the engine's kernels as a module, with the network's
// dimensions as constants. Opcodes: https://webassembly.github.io/spec/core/binary/instructions.html
// and, for vectors, https://github.com/WebAssembly/simd/blob/main/proposals/simd/BinarySIMD.md

export type ValueType = "i32" | "i64" | "f32" | "f64" | "v128";

const valueTypes: Record<ValueType, number> = {
  i32: 0x7f,
  i64: 0x7e,
  f32: 0x7d,
  f64: 0x7c,
  v128: 0x7b,
};

/** Instructions without immediates. */
const plain = {
  "i32.eqz": [0x45],
  "i32.eq": [0x46],
  "i32.ne": [0x47],
  "i32.lt_s": [0x48],
  "i32.lt_u": [0x49],
  "i32.gt_s": [0x4a],
  "i32.ge_u": [0x4f],
  "f32.gt": [0x5e],
  "f64.ge": [0x66],
  "i32.add": [0x6a],
  "i32.sub": [0x6b],
  "i32.mul": [0x6c],
  "i32.div_u": [0x6e],
  "i32.and": [0x71],
  "i32.xor": [0x73],
  "i32.shl": [0x74],
  "i32.shr_u": [0x76],
  "i64.add": [0x7c],
  "i64.sub": [0x7d],
  "i64.mul": [0x7e],
  "i64.and": [0x83],
  "i64.or": [0x84],
  "i64.shr_u": [0x88],
  "f32.ne": [0x5c],
  "f32.neg": [0x8c],
  "f32.add": [0x92],
  "f32.sub": [0x93],
  "f32.mul": [0x94],
  "f32.div": [0x95],
  "f32.max": [0x97],
  "f64.add": [0xa0],
  "f64.sub": [0xa1],
  "f64.mul": [0xa2],
  "f64.div": [0xa3],
  "i32.wrap_i64": [0xa7],
  "i64.extend_i32_u": [0xad],
  "f32.convert_i32_u": [0xb3],
  "f32.demote_f64": [0xb6],
  "f64.convert_i64_s": [0xb9],
  "f64.promote_f32": [0xbb],
  "i64.reinterpret_f64": [0xbd],
  "f64.reinterpret_i64": [0xbf],
  select: [0x1b],
  drop: [0x1a],
  unreachable: [0x00],
  "i32x4.splat": [0xfd, 0x11],
  "f32x4.splat": [0xfd, 0x13],
  "f32x4.ne": [0xfd, 0x42],
  "f32x4.gt": [0xfd, 0x44],
  "v128.and": [0xfd, 0x4e],
  "v128.bitselect": [0xfd, 0x52],
  "i32x4.bitmask": [0xfd, 0xa4, 0x01],
  "i32x4.shl": [0xfd, 0xab, 0x01],
  "i32x4.add": [0xfd, 0xae, 0x01],
  "i32x4.extend_low_i16x8_u": [0xfd, 0xa9, 0x01],
  "i16x8.extend_low_i8x16_u": [0xfd, 0x89, 0x01],
  "f32x4.nearest": [0xfd, 0x6a],
  "f32x4.sqrt": [0xfd, 0xe3, 0x01],
  "f32x4.add": [0xfd, 0xe4, 0x01],
  "f32x4.sub": [0xfd, 0xe5, 0x01],
  "f32x4.mul": [0xfd, 0xe6, 0x01],
  "f32x4.div": [0xfd, 0xe7, 0x01],
  "f32x4.min": [0xfd, 0xe8, 0x01],
  "f32x4.max": [0xfd, 0xe9, 0x01],
  /** b where a < b, else a: one instruction where `max` is many, and NaN in a stays. */
  "f32x4.pmax": [0xfd, 0xeb, 0x01],
  "i32x4.trunc_sat_f32x4_s": [0xfd, 0xf8, 0x01],
  "f32x4.convert_i32x4_u": [0xfd, 0xfb, 0x01],
} as const;

/** Loads and stores: opcode and natural alignment as a power of two. */
const memory = {
  "i32.load": [[0x28], 2],
  "f32.load": [[0x2a], 2],
  "i32.load8_u": [[0x2d], 0],
  "i32.store": [[0x36], 2],
  "f32.store": [[0x38], 2],
  "v128.load": [[0xfd, 0x00], 0],
  "v128.load32_splat": [[0xfd, 0x09], 2],
  "v128.load32_zero": [[0xfd, 0x5c], 0],
  "v128.store": [[0xfd, 0x0b], 0],
  "memory.atomic.notify": [[0xfe, 0x00], 2],
  "memory.atomic.wait32": [[0xfe, 0x01], 2],
  "i32.atomic.load": [[0xfe, 0x10], 2],
  "i32.atomic.store": [[0xfe, 0x17], 2],
  "i32.atomic.rmw.add": [[0xfe, 0x1e], 2],
} as const;

export type PlainInstruction = keyof typeof plain;
export type MemoryInstruction = keyof typeof memory;

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

  /** Of two vectors on the stack, eight lanes in a row: a new vector of four of these lanes. */
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
      ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      ...section(1, vector(types)),
      ...section(2, vector([imported])),
      ...section(3, vector(this.functions.map((_, i) => unsigned(i)))),
      ...section(7, vector(exported)),
      ...section(10, vector(this.functions.map((f) => f.encode()))),
    ]);
  }
}

function section(id: number, content: number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function vector(items: readonly number[][]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function text(value: string): number[] {
  const bytes = [...new TextEncoder().encode(value)];
  return [...unsigned(bytes.length), ...bytes];
}

/** Unsigned LEB128. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low | 0x80 : low);
  } while (rest > 0);
  return bytes;
}

/** Signed LEB128. */
function signed(value: bigint): number[] {
  const bytes: number[] = [];
  for (let rest = value; ;) {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    const done = (rest === 0n && (low & 0x40) === 0) || (rest === -1n && (low & 0x40) !== 0);
    bytes.push(done ? low : low | 0x80);
    if (done) return bytes;
  }
}
