import { getFloat16 } from "@petamoriken/float16";
import { expect, test } from "vitest";
import { halfNumber } from "../../../src/lib/numbers/halfNumber.js";

test("all 65,536 patterns mean what a library says", () => {
  const view = new DataView(new ArrayBuffer(2));
  const wrong = Array.from({ length: 2 ** 16 }, (_, bits) => bits).filter((bits) => {
    view.setUint16(0, bits);
    return !Object.is(halfNumber(bits), getFloat16(view, 0));
  });
  expect(wrong).toEqual([]);
});
