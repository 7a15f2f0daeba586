import { describe, expect, test } from "vitest";
import { formatLog } from "../../../src/notebook/console/formatLog.js";

describe("what is logged is written as", () => {
  test.each<[unknown[], string]>([
    [["capas:", 9], "capas: 9"],
    [["a", "b", [1, "c"]], 'a b [1, "c"]'],
    [[], ""],
    [[undefined], "undefined"],
    [[new TypeError("no")], "TypeError: no"],
    [["%s tiene %d capas y %i más", "red", 9, 2.7], "red tiene 9 capas y 2 más"],
    [["%f %o %j", "0.5", { a: 1 }, [1]], '0.5 {"a": 1} [1]'],
    [["%cgrande", "font-size: 3em"], "grande"],
    [["100 %% de %s"], "100 % de %s"],
    [["%d", "nada"], "NaN"],
    [["%s", "a", "b"], "a b"],
    [[1, "%s"], "1 %s"],
  ])("%j", (values, text) => {
    expect(formatLog(values)).toBe(text);
  });
});
