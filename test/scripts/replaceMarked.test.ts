import { expect, test } from "vitest";
import { replaceMarked } from "../../scripts/replaceMarked.js";

const document =
  "# Title\n\n<!-- bench -->\n\nold\n\n<!-- /bench -->\n\n<!-- seeds --><!-- /seeds -->\n";

test("replaceMarked changes what stands between its marks, and nothing else", () => {
  const changed = replaceMarked(document, "bench", "| a |\n");
  expect(changed).toBe(document.replace("old", "| a |"));
  expect(replaceMarked(changed, "bench", "| a |")).toBe(changed);
  expect(replaceMarked(document, "seeds", "new")).toContain("old");
});

test.each(["", "<!-- bench -->", "<!-- /bench --><!-- bench -->", document + document])(
  "replaceMarked refuses a document without the marks once in order: %j",
  (wrong) => {
    expect(() => replaceMarked(wrong, "bench", "new")).toThrow("<!-- bench --> … <!-- /bench -->");
  },
);
