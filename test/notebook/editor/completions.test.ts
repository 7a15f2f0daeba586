import {
  type Completion,
  CompletionContext,
  type CompletionSource,
} from "@codemirror/autocomplete";
import { EditorState } from "@codemirror/state";
import { describe, expect, test } from "vitest";
import * as tf from "../../../src/lib/network/tf.js";
import { cellLanguage } from "../../../src/notebook/editor/completions.js";

const values: Record<string, unknown> = {
  network: { layers: [1, 2], getWeights: () => [] },
  nombres: Array.from("abcdefghij"),
  clase: 9,
  apagar: () => 0.4,
  pendiente: undefined,
  d3: {},
};

const scope = {
  names: () => [...Object.keys(values), "createNetwork", "display"],
  values: () => values,
};

/** What is offered where the text ends. */
async function offered(text: string): Promise<Completion[]> {
  const state = EditorState.create({ doc: text, extensions: [cellLanguage(scope)] });
  const context = new CompletionContext(state, text.length, true);
  const sources = state.languageDataAt<CompletionSource>("autocomplete", text.length);
  const options: Completion[] = [];
  for (const source of sources) {
    options.push(...((await source(context))?.options ?? []));
  }
  return options;
}

describe("whatever is offered as a name has a line of help in Spanish:", () => {
  test("names of the page, of the notebook and of the cell, and pieces of code", async () => {
    const options = await offered("const miRed = 1;\nfunction doble(x) { return 2 * x; }\nn");
    expect(options.length).toBeGreaterThan(15);
    for (const { label, detail } of options) {
      expect(detail, label).toMatch(/[a-zé]/);
      expect(detail, label).not.toMatch(/\b(?:loop|block|definition|named|default)\b/);
    }
    const labels = options.map(({ label }) => label);
    expect(labels).toContain("miRed");
    expect(labels).toContain("for");
  });

  test.each([
    ["network", "De esta página: una red de 2 capas."],
    ["nombres", "De esta página: una lista de 10."],
    ["clase", "De esta página: el número 9."],
    ["apagar", "De esta página: una función."],
    ["pendiente", "De esta página; aún sin calcular."],
    ["d3", "D3: medias, rangos, escalas y mucho más."],
    ["createNetwork", "Crea la red del original, con sus pesos iniciales."],
  ])("%s", async (name, help) => {
    expect((await offered("x")).find(({ label }) => label === name)?.detail).toBe(help);
  });

  test("each name once, though the cell declares it and the page knows it from there", async () => {
    const options = await offered("const clase = 9;\nc");
    expect(options.filter(({ label }) => label === "clase")).toHaveLength(1);
  });
});

test("after a point there is what the value has, and nothing else", async () => {
  const labels = (await offered("network.")).map(({ label }) => label);
  expect(labels).toContain("getWeights");
  expect(labels).not.toContain("clase");
  expect(labels).not.toContain("for");
});

test.each(["// c", "/* c", '"c', "`c", "const c"])(
  "nothing where no name is used: %s",
  async (text) => {
    expect(await offered(text)).toEqual([]);
  },
);

test("names again in what a text computes", async () => {
  expect((await offered("`${c")).map(({ label }) => label)).toContain("clase");
});

test("a value that is a tensor is named with its shape, also when it has been freed", async () => {
  const images = tf.zeros([20, 28, 28, 1]);
  values["imagenes"] = images;
  images.dispose();
  const option = (await offered("im")).find(({ label }) => label === "imagenes");
  expect(option?.detail).toBe("De esta página: un tensor de forma [20, 28, 28, 1].");
});
