// The last step of the fonts' way into a built page: the rules get the addresses that the links have, and
// the links of the files that few pages need go.
import { FONT_FOLDER } from "./fontRules.js";

const link = /<link\b[^>]*\bhref="([^"]*\/fonts\/([\w-]+)\.[\da-f]{8}\.woff2)"[^>]*>\n?/g;

/** The page whose rules name the built files. Throws if one that they name is not linked to. */
export function placeFonts(html: string): string {
  const addresses = new Map<string, string>();
  for (const [, href, name] of html.matchAll(link)) addresses.set(name!, href!);
  const placed = html.replace(
    new RegExp(`${FONT_FOLDER.replaceAll(".", "\\.")}([\\w-]+)\\.woff2`, "g"),
    (_, name: string) => {
      const address = addresses.get(name);
      if (address === undefined)
        throw new Error(`placeFonts: a link to ${name} expected, not found`);
      return address;
    },
  );
  return placed.replace(link, (whole) => (whole.includes("data-on-use") ? "" : whole));
}
