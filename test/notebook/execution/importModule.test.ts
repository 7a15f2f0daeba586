import * as d3 from "d3";
import { describe, expect, test } from "vitest";
import { importModule } from "../../../src/notebook/execution/importModule.js";
import { NotebookError } from "../../../src/notebook/errors/notebookError.js";

describe("what a cell imports", () => {
  test("is a module that the site was built with, with the names asked of it", async () => {
    expect(await importModule("d3", ["mean", "range"])).toBe(d3);
    expect(await importModule("d3")).toBe(d3);
    expect(await importModule("./lib/network/metrics.js", ["accuracy"])).toHaveProperty("accuracy");
  });

  test.each([
    ["d3", ["mean", "rangs"], "«d3» no tiene «rangs». ¿Querías decir «range»?"],
    ["d3", ["noExisteEnAbsoluto"], "«d3» no tiene «noExisteEnAbsoluto»."],
    ["d3", ["toString"], "«d3» no tiene «toString»."],
    [
      "./lib/network/metrics.js",
      ["acuracy"],
      "«./lib/network/metrics.js» no tiene «acuracy». ¿Querías decir «accuracy»?",
    ],
    [
      "d3",
      ["default"],
      "«d3» no tiene un valor por defecto: pon entre llaves los nombres que quieres de él, o impórtalo entero con «import * as nombre».",
    ],
    [
      "./lib/network/metric.js",
      [],
      "«./lib/network/metric.js» no está entre los módulos de este cuaderno. ¿Querías decir «./lib/network/metrics.js»?",
    ],
    ["toString", [], "«toString» no está entre los módulos de este cuaderno."],
    ["@tensorflow/tfjs", [], "«tf», «d3», «Plot» e «Inputs» se usan sin importarlos."],
  ])("%s with %s is refused", async (module, names, message) => {
    const error: unknown = await importModule(module, names).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(NotebookError);
    expect((error as Error).message).toContain(message);
  });
});
