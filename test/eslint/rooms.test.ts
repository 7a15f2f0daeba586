import { Linter } from "eslint";
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { floors, roomRules } from "../../eslint/rooms.js";

const rules = [...roomRules];

const foldersIn = (path: string) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

test("every floor of src/ has its place in the order", () => {
  const others = ["data", "fonts", "reference", "styles", ".observablehq"]; // no modules of ours in them
  const found = foldersIn("src").filter((name) => !others.includes(name));
  expect(found).toEqual(floors.map(({ name }) => name).sort());
});

test.each(floors.filter(({ rooms }) => rooms.length > 0))(
  "every room of $name/ has its place in the order",
  ({ name, rooms }) => {
    expect(foldersIn(`src/${name}`)).toEqual([...rooms].sort());
  },
);

test.each([
  ["src/lib/run/x.ts", "../store/runStore.js", "lib/run/ is below store/."],
  ["src/lib/run/x.ts", "../../components/parts/figure.js", "lib/ is below components/."],
  ["src/training/loop/x.ts", "../engine/engineTrainer.js", "training/loop/ is below engine/."],
  ["src/training/loop/x.ts", "../../engine/program/program.js", undefined],
  ["src/engine/plan/x.ts", "../kernels/relu.js", "engine/plan/ is below kernels/."],
  ["src/components/recipe/x.ts", "../training/trainingPanel.js", "recipe/ is below training/."],
  ["src/components/recipe/x.ts", "../../lib/network/tf.js", "Components know arrays and numbers"],
  ["src/notebook/errors/failure/x.ts", "../../page/notebookBar.js", "errors/ is below page/."],
  ["src/lib/store/x.ts", "../run/run.js", undefined],
])("%s may import %s: %s", (file, module, refusal) => {
  const messages = new Linter().verify(`import "${module}";`, rules, file);
  if (refusal === undefined) expect(messages).toEqual([]);
  else expect(messages[0]?.message).toContain(refusal);
});
