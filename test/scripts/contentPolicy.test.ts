import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { contentPolicy, writePolicy } from "../../scripts/site/contentPolicy.js";

const page = `<!DOCTYPE html>
<head>
<meta charset="utf-8">
<script>start("$&");</script>
<script type="module" src="./_code/a.js"></script>
</head>
<script>
end();</script>`;

test("a page's policy comes first and names its inline scripts by what they say, to the last byte", () => {
  const sha256 = (text: string) => createHash("sha256").update(text).digest("base64");
  const html = writePolicy(page);
  expect(html.indexOf("<meta http-equiv")).toBeLessThan(html.indexOf("<script"));
  expect(html.indexOf("charset")).toBeLessThan(1024); // or browsers do not find it
  expect(html).toContain(`'sha256-${sha256('start("$&");')}' 'sha256-${sha256("\nend();")}'`);
  expect(html.match(/sha256-/g)).toHaveLength(2);
});

test("the policy opens no door to code that is text, and none to another host", () => {
  const policy = contentPolicy();
  expect(policy).not.toMatch(/'unsafe-eval'|'unsafe-hashes'|https?:|\*/);
  expect(/script-src ([^;]*)/.exec(policy)![1]).not.toMatch(/unsafe-inline|data:/);
});

test("a page without a place for its policy fails", () => {
  expect(() => writePolicy("<html></html>")).toThrow("charset");
});
