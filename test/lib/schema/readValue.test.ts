import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { listOf, numberIn, textOf, timeSchema, wholeIn } from "../../../src/lib/schema/parts.js";
import { readValue } from "../../../src/lib/schema/readValue.js";

const schema = v.object({
  name: textOf(5),
  epochs: v.array(v.object({ epoch: wholeIn(1, 30), loss: numberIn({ min: 0 }) })),
  seed: wholeIn(0, 4_294_967_295),
  status: v.picklist(["paused", "finished"]),
  createdAt: timeSchema,
  curve: listOf(v.number(), 3),
  isPinned: v.boolean(),
});
const sound = {
  name: "lince",
  epochs: [{ epoch: 1, loss: 0.5 }],
  seed: 42,
  status: "paused",
  createdAt: 0,
  curve: [1, 2, 3],
  isPinned: false,
};

describe("a value from outside", () => {
  test("comes through as its schema says, without what is not known", () => {
    expect(readValue(schema, { ...sound, other: 1 })).toEqual({ value: sound });
  });

  test.each([
    [{ epochs: undefined }, "falta «epochs»"],
    [{ epochs: [{ epoch: 1 }] }, "falta «epochs[0].loss»"],
    [{ epochs: 3 }, "«epochs» debería ser una lista, y es 3"],
    [{ epochs: [null] }, "«epochs[0]» debería ser un objeto con campos, y es null"],
    [
      { epochs: [{ epoch: 31, loss: 1 }] },
      "«epochs[0].epoch» debería ser un número entero entre 1 y 30, y es 31",
    ],
    [
      { epochs: [{ epoch: 1, loss: -0.1 }] },
      "«epochs[0].loss» debería ser un número de 0 como poco, y es −0,1",
    ],
    [
      { seed: 4_294_967_296 },
      "«seed» debería ser un número entero entre 0 y 4.294.967.295, y es 4.294.967.296",
    ],
    [{ seed: "x" }, "«seed» debería ser un número entero entre 0 y 4.294.967.295, y es «x»"],
    [{ seed: NaN }, "«seed» debería ser un número entero entre 0 y 4.294.967.295, y es NaN"],
    [{ name: "" }, "«name» debería ser un texto de 1 a 5 letras, y es «»"],
    [{ status: "x" }, "«status» debería ser uno de estos: «paused», «finished», y es «x»"],
    [{ createdAt: 0.5 }, "«createdAt» debería ser una fecha, y es 0,5"],
    [{ curve: [1, 2, 3, 4] }, "«curve» debería ser una lista de 3 como mucho, y es una lista de 4"],
    [{ isPinned: {} }, "«isPinned» debería ser true o false, y es un objeto"],
  ])("is refused for %j, with the field, what was expected and what came", (change, problem) => {
    expect(readValue(schema, { ...sound, ...change })).toEqual({ problem });
  });

  test("is named by its place in a file", () => {
    const { problem } = readValue(schema, { ...sound, seed: -1 }, "runs[2].run");
    expect(problem).toMatch(/^«runs\[2\]\.run\.seed» /);
    expect(readValue(schema, 7, "runs[2]").problem).toBe(
      "«runs[2]» debería ser un objeto con campos, y es 7",
    );
  });

  test("is quoted cut where it is long", () => {
    const { problem } = readValue(schema, { ...sound, name: "a".repeat(100) });
    expect(problem).toContain(`y es «${"a".repeat(60)}…»`);
  });
});
