import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("links that modules write name the page's file, which every host serves", () => {
  const modules = ["components", "lib", "notebook", "pages", "training"].flatMap((floor) =>
    readdirSync(`src/${floor}`, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => `src/${floor}/${file}`),
  );
  expect(modules.length).toBeGreaterThan(100);
  const bare = modules.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/(?:href="|`)\.\/[a-z-]+["#?`]/g)].map(
      ([link]) => `${file}: ${link}`,
    ),
  );
  expect(bare).toEqual([]);
});
