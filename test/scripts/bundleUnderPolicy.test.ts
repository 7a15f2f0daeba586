import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Window } from "happy-dom";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { bundleUnderPolicy } from "../../scripts/site/bundleUnderPolicy.js";

type Html = (strings: TemplateStringsArray, ...values: unknown[]) => HTMLElement;

let cache: string;
/** Every HTML that has been parsed. */
const parsed: string[] = [];

beforeAll(async () => {
  cache = mkdtempSync(join(tmpdir(), "policy-"));
  await bundleUnderPolicy(cache);
  const window = new Window();
  for (const name of ["document", "Node", "NodeList", "HTMLCollection"] as const) {
    vi.stubGlobal(name, window[name]);
  }
  const template = Object.getPrototypeOf(window.document.createElement("template")) as object;
  const property = Object.getOwnPropertyDescriptor(template, "innerHTML")!;
  Object.defineProperty(template, "innerHTML", {
    ...property,
    set(text: string) {
      parsed.push(text);
      property.set!.call(this, text);
    },
  });
});

afterAll(() => {
  vi.unstubAllGlobals();
});

function load(name: string): Promise<unknown> {
  const folder = readdirSync(join(cache, "_node")).find((each) => each.startsWith(`${name}@`))!;
  return import(pathToFileURL(join(cache, "_node", folder, "index.js")).href);
}

test("htl gives elements their functions without ever writing an inline handler", async () => {
  const { html } = (await load("htl")) as { html: Html };
  const pressed: string[] = [];
  const button = html`<button
    class="a"
    onclick=${() => pressed.push("first")}
    title=${"T"}
    onfocus=${() => pressed.push("focus")}
    style=${{ color: "red", "--x": 1 }}
    disabled=${false}
  >
    ${html`<b onclick=${() => pressed.push("second")}>x</b>`}
  </button>`;
  button.querySelector("b")!.click();
  button.onfocus!(new Event("focus") as FocusEvent);
  expect(pressed).toEqual(["second", "first", "focus"]);
  expect(button.getAttributeNames().sort()).toEqual(["class", "style", "title"]);
  expect(button.style.color).toBe("red");
  expect(parsed).toHaveLength(2);
  for (const text of parsed) expect(text).not.toMatch(/\son\w+=/);
});

test("d3's rows become objects without code made of text", async () => {
  const { csvParse } = (await load("d3-dsv")) as typeof import("d3");
  vi.stubGlobal("Function", undefined);
  const rows = csvParse('a,"b ""c"""\n1,2\n3\n');
  expect([...rows]).toEqual([
    { a: "1", 'b "c"': "2" },
    { a: "3", 'b "c"': "" },
  ]);
  expect(rows.columns).toEqual(["a", 'b "c"']);
});
