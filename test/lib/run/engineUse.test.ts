import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { formerStore } from "../../fixtures/formerData.js";
import {
  engineSchema,
  type EngineUse,
  formatEngines,
  parseEngines,
  withEngine,
} from "../../../src/lib/run/engineUse.js";
import { readRecord } from "../../../src/lib/run/stored/recordSchema.js";

const own = (threads: number): EngineUse => ({ kind: "engine", threads });
const tfjs = (backend: string): EngineUse => ({ kind: "tfjs", backend });

describe("who computed a run", () => {
  test.each<[string, EngineUse[]]>([
    ["", []],
    ["motor propio (1 hilo)", [own(1)]],
    ["motor propio (2 hilos), y después tfjs (cpu)", [own(2), tfjs("cpu")]],
    ["archivo «pesos (míos).safetensors»", [{ kind: "file", name: "pesos (míos).safetensors" }]],
  ])("is written as «%s», and read from it", (text, uses) => {
    expect(formatEngines(uses)).toBe(text);
    expect(parseEngines(text)).toEqual(uses);
    expect(v.parse(engineSchema, text)).toEqual(uses);
    expect(v.parse(engineSchema, uses)).toEqual(uses);
  });

  test("is read from every record of the store that f8331c5 wrote, and says the same", () => {
    const records = formerStore("store.json.gz").runs as { engine: string }[];
    for (const record of records) {
      const { engine } = readRecord(record).value!;
      expect(formatEngines(engine)).toBe(record.engine);
    }
  });

  test("is refused where it is nothing of the kind", () => {
    for (const wrong of [7, [{ kind: "gpu" }], [{ kind: "engine", threads: 0 }]]) {
      expect(v.is(engineSchema, wrong)).toBe(false);
    }
  });

  test("grows where another goes on, and not with its threads", () => {
    expect(withEngine([], own(2))).toEqual([own(2)]);
    expect(withEngine([own(2)], own(1))).toEqual([own(1)]);
    expect(withEngine([own(2)], tfjs("cpu"))).toEqual([own(2), tfjs("cpu")]);
    expect(withEngine([tfjs("wasm")], tfjs("cpu"))).toEqual([tfjs("wasm"), tfjs("cpu")]);
  });
});
