// What the notebook takes from Framework's inside, which no documentation promises: the runtime that the
// site ships, asked in a page as Framework builds one. A test that fails here after an update of Framework
// names what has to be mended in pageRuntime.ts.
import { beforeAll, expect, test } from "vitest";
import { failureOrigin } from "../../../src/notebook/runtime/failureOrigin.js";
import {
  type CellDefinition,
  type PageRuntime,
  pageRuntime,
} from "../../../src/notebook/runtime/pageRuntime.js";
import { openFrameworkPage } from "./frameworkPage.js";

const ids = { red: "0000000a", capas: "0000000b", figura: "0000000c", rota: "0000000d" };
type Name = keyof typeof ids;

let runtime: PageRuntime;

const block = (name: Name) => document.querySelector(`[data-cell=${name}] > div`)!;
const ownVariable = (name: Name) => runtime.variablesOf(block(name))[0]!;
const shown = (name: Name) => block(name).textContent;

/** Defines a cell as a built page does, in the place of the one before; resolves when it is computed. */
async function define(
  name: Name,
  cell: { inputs?: string[]; outputs?: string[]; body: (...inputs: never[]) => unknown },
): Promise<void> {
  const { inputs = [], outputs = [], body } = cell;
  for (const variable of runtime.variablesOf(block(name)).toReversed()) runtime.remove(variable);
  runtime.define({ id: ids[name], inputs, outputs, body: body as CellDefinition["body"] });
  await settle();
}

/** Resolves when what has changed is computed. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve)); // when, in Node, the runtime has begun
  const variables = (Object.keys(ids) as Name[]).flatMap((name) =>
    runtime.variablesOf(block(name)),
  );
  await Promise.all(variables.map((variable) => runtime.failureOf(variable)));
}

beforeAll(async () => {
  await openFrameworkPage(ids);
  runtime = await pageRuntime(); // by «@variable», which gives a variable that knows its module
  await define("red", { outputs: ["red", "semilla"], body: () => ({ red: [1, 2], semilla: 42 }) });
  await define("capas", {
    inputs: ["red"],
    outputs: ["capas"],
    body: (red: number[]) => ({ capas: red.length }),
  });
  await define("figura", {
    inputs: ["capas", "display"],
    body: (capas: number, display: (value: unknown) => void) => {
      display(capas);
    },
  });
});

test("a cell's variables are found by the block it shows in, its own first, then its names", () => {
  const [own, ...names] = runtime.variablesOf(block("red"));
  expect(runtime.blockOf(own!)).toBe(block("red"));
  expect(runtime.nameOf(own!)).toBeUndefined();
  expect(names.map((variable) => runtime.nameOf(variable))).toEqual(["red", "semilla"]);
  expect(names.map((variable) => runtime.blockOf(variable))).toEqual([undefined, undefined]);
  expect(runtime.variablesOf(document.body)).toEqual([]);
});

test("names are told apart: a cell's, Framework's, the browser's, and those that nobody uses", () => {
  expect(runtime.declaredNames()).toEqual(["red", "semilla", "capas"]);
  expect(["red", "navigator"].map((name) => runtime.isDeclared(name))).toEqual([true, false]);
  expect(["red", "capas", "semilla", "nada"].map((name) => runtime.isUsed(name))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  const given = ["display", "view", "invalidation", "visibility", "width", "now", "Mutable"];
  expect(given.filter((name) => !runtime.isBuiltin(name))).toEqual([]);
  expect(["red", "history"].filter((name) => runtime.isBuiltin(name))).toEqual([]);
});

test("what the notebook takes for Framework's own names are values that Framework gives a cell", async () => {
  let given: unknown[] = [];
  await define("rota", {
    inputs: ["resize", "FileAttachment", "Generators", "Mutable"],
    body: (...values: unknown[]) => (given = values),
  });
  expect(given.map((value) => typeof value)).toEqual([
    "function",
    "function",
    "object",
    "function",
  ]);
});

test("the value of a name is its latest", () => {
  expect(runtime.valueOf("red")).toEqual([1, 2]);
  expect(runtime.valueOf("capas")).toBe(2);
  expect(runtime.valueOf("nada")).toBeUndefined();
  expect(shown("figura")).toBe("2");
});

test("what is computed from a cell, and what it is computed from, is read off the graph", () => {
  const blocks = [...runtime.dependentsOf(runtime.variablesOf(block("red")))].map((variable) =>
    runtime.blockOf(variable),
  );
  expect(new Set(blocks)).toEqual(new Set([undefined, block("capas"), block("figura")]));
  const inputs = runtime.inputsOf(runtime.variableOf("capas")!);
  expect(inputs).toContain(ownVariable("red"));
  expect(inputs).not.toContain(ownVariable("figura"));
  expect(runtime.directDependentsOf(runtime.variableOf("red")!)).toEqual(
    new Set([ownVariable("capas")]),
  );
});

test("a failure is followed to the cell that failed, and Framework shows it in English", async () => {
  await define("rota", { inputs: ["falta"], body: (falta) => falta });
  expect(shown("rota")).toMatch(/^RuntimeError: falta is not defined/);
  const variable = ownVariable("rota");
  const error = await runtime.failureOf(variable);
  expect(runtime.failedInputOf(variable, error)).toBe(runtime.variableOf("falta"));
  expect(runtime.failedInputOf(variable, new Error("another"))).toBeUndefined();
  expect(await failureOrigin(runtime, block("rota"))).toMatchObject({ name: "falta" });
});

test("a name that the notebook declares is computed for the cell that needs it, until it is removed", async () => {
  await define("rota", {
    inputs: ["dado"],
    outputs: ["doble"],
    body: (dado: number) => ({ doble: 2 * dado }),
  });
  const values: unknown[] = [];
  runtime.watch(runtime.variableOf("doble")!, {
    fulfilled: (value) => values.push(value),
    rejected: (error) => values.push((error as Error).message),
  });
  await settle();
  const declared = runtime.declare("dado", () => 4);
  await settle();
  runtime.remove(declared);
  await settle();
  expect(values).toEqual(["dado is not defined", 8, "dado is not defined"]);
});

test("a cell that is defined anew takes the place of the one removed, and what needs it follows", async () => {
  await define("red", { outputs: ["red"], body: () => ({ red: [1, 2, 3, 4, 5] }) });
  await settle();
  expect(runtime.declaredNames()).not.toContain("semilla");
  expect(shown("figura")).toBe("5");
});

test("a cell that is removed is told so by its «invalidation»", async () => {
  let isOver = false;
  await define("rota", {
    inputs: ["invalidation", "red"],
    body: (invalidation: Promise<void>) => {
      void invalidation.then(() => (isOver = true));
    },
  });
  expect(isOver).toBe(false);
  for (const variable of runtime.variablesOf(block("rota"))) runtime.remove(variable);
  await settle();
  expect(isOver).toBe(true);
});
