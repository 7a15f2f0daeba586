import { expect, test } from "vitest";
import {
  allowsInline,
  allowsOwn,
  includes,
  parsePolicies,
} from "../../../scripts/host/policySources.js";

const URL_OF_PAGE = "https://aula.example.org/red/entrenar.html";
const only = (header: string) => parsePolicies(header)[0]!;

test("a header may hold several policies, and a directive counts the first time", () => {
  const [first, second] = parsePolicies("img-src 'self'; IMG-SRC *, default-src 'none'");
  expect(first!.get("img-src")).toEqual(["'self'"]);
  expect(second!.get("default-src")).toEqual(["'none'"]);
  expect(parsePolicies("")).toEqual([]);
});

test.each([
  ["script-src 'self'", true],
  ["script-src *", true],
  ["script-src https:", true],
  ["script-src aula.example.org", true],
  ["script-src https://aula.example.org", true],
  ["script-src *.example.org", true],
  ["script-src https://aula.example.org/red/", true],
  ["script-src https://aula.example.org/otra/", false],
  ["script-src 'none'", false],
  ["script-src", false],
  ["script-src http:", false],
  ["script-src otra.example.org", false],
  ["script-src 'self' 'strict-dynamic'", false],
  ["default-src 'none'", false],
  ["img-src 'none'", true],
])("%s lets the page's own scripts through: %s", (header, allowed) => {
  expect(allowsOwn(only(header), "script-src", URL_OF_PAGE)).toBe(allowed);
});

test("workers are what scripts are, unless they are named", () => {
  expect(allowsOwn(only("script-src 'self'; default-src 'none'"), "worker-src", URL_OF_PAGE)).toBe(
    true,
  );
  expect(allowsOwn(only("child-src 'none'; script-src 'self'"), "worker-src", URL_OF_PAGE)).toBe(
    false,
  );
});

test("inline is open by the word alone, or by each hash", () => {
  const hashes = ["'sha256-a'", "'sha256-b'"];
  const inline = (header: string) => allowsInline(only(header), "script-src", hashes);
  expect(inline("script-src 'unsafe-inline'")).toBe(true);
  expect(inline("script-src 'unsafe-inline' 'nonce-x'")).toBe(false);
  expect(inline("script-src 'sha256-a' 'sha256-b'")).toBe(true);
  expect(inline("script-src 'sha256-a'")).toBe(false);
  expect(inline("img-src 'self'")).toBe(true);
});

test("a word is looked for where the directive falls back to", () => {
  expect(includes(only("default-src 'self' blob:"), "script-src", "blob:")).toBe(true);
  expect(includes(only("default-src blob:; script-src 'self'"), "script-src", "blob:")).toBe(false);
});
