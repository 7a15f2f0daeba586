import { expect, test } from "vitest";
import { fontHead } from "../../scripts/fonts/fontHead.js";
import { fontRules, metricsFor } from "../../scripts/fonts/fontRules.js";
import { placeFonts } from "../../scripts/fonts/placeFonts.js";

const face = { ascent: 1.036, descent: 0.335, lineGap: 0, sampleWidth: 80 };

test("a stand-in sets a text as wide, and its lines as tall, as the face that it stands in for", () => {
  const metrics = metricsFor(face, { ascent: 0.9, descent: 0.2, lineGap: 0.1, sampleWidth: 100 });
  const ratio = (name: string) => Number.parseFloat(metrics[name]!) / 100;
  const size = ratio("size-adjust");
  expect(100 * size).toBeCloseTo(face.sampleWidth);
  expect(size * ratio("ascent-override")).toBeCloseTo(face.ascent, 3);
  expect(size * ratio("descent-override")).toBeCloseTo(face.descent, 3);
  expect(ratio("line-gap-override")).toBe(0);
});

test("a stand-in's measures are read from the files of the fonts", async () => {
  const courier = /@font-face \{ font-family: "Source Code Pro \(Courier New\)".*? \}/.exec(
    await fontRules(),
  )![0];
  // Courier New advances by 1229 of 2048 units, Source Code Pro by 600 of 1000.
  expect(courier).toContain(`size-adjust: ${(100 * (0.6 / (1229 / 2048))).toFixed(2)}%`);
});

test("the rules and the links of a page name the same files", async () => {
  const head = await fontHead();
  const linked = [...head.matchAll(/href="fonts\/([\w-]+)\.woff2"/g)].map(([, name]) => name!);
  const ruled = [...head.matchAll(/url\("\.\/_file\/fonts\/([\w-]+)\.woff2"\)/g)].map(
    ([, name]) => name!,
  );
  expect(linked.length).toBe(5);
  expect(ruled.sort()).toEqual(linked.sort());
});

const link = (name: string, more = "") =>
  `<link rel="preload"${more} href="./_file/fonts/${name}.0123abcd.woff2">\n`;
const rule = (name: string) => `src: url("./_file/fonts/${name}.woff2")`;

test("placeFonts gives the rules the addresses of the built files", () => {
  expect(placeFonts(link("serif-normal") + rule("serif-normal"))).toBe(
    `${link("serif-normal")}src: url("./_file/fonts/serif-normal.0123abcd.woff2")`,
  );
});

test("placeFonts leaves a font that few pages need to the rule that asks for it", () => {
  expect(placeFonts(link("serif-italic", " data-on-use") + rule("serif-italic"))).toBe(
    'src: url("./_file/fonts/serif-italic.0123abcd.woff2")',
  );
});

test("placeFonts names a font that the build has not published", () => {
  expect(() => placeFonts(rule("serif-normal"))).toThrow("a link to serif-normal expected");
});
