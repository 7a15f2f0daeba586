// What a visit costs on the way: compression, and what the browser may keep.
import { gzipSync } from "node:zlib";
import { costs, fine, type Finding } from "../finding.js";
import { type Answer, contentOf, headerOf } from "../hostRequest.js";
import type { Site } from "../readSite.js";

/** Seconds for which a page may be kept without asking again. */
const BRIEFLY = 3600;
const LONG = 30 * 24 * 3600;
/** Bytes; hosts leave so little as it is. */
const ONE_PACKET = 1400;

/** Of the page that trains, with all that it asks for before anything is pressed. */
export async function checkCompression({ page, pages, code, root, ask }: Site): Promise<Finding[]> {
  const html = pages.get(page.url) ?? "";
  const names = /<meta name="page-code" content="([^"]*)"/.exec(html)![1]!.split(" ");
  const addresses = names.map((name) => new URL(name, root).href).filter((url) => code.has(url));
  const headers = { "Accept-Encoding": "gzip, br" };
  const asked = await Promise.all([page.url, ...addresses].map((url) => ask(url, { headers })));
  const sent = sum(asked.map(({ body }) => body.length));
  const possible = sum(asked.map((answer) => gzipSync(contentOf(answer)).length));
  const plain = asked.filter(
    (answer) => answer.body.length > ONE_PACKET && headerOf(answer, "content-encoding") === "",
  );
  const encodings = asked.map((answer) => headerOf(answer, "content-encoding")).filter(Boolean);
  const by = [...new Set(encodings)].join(", ");
  if (plain.length === 0) return [fine("compression", `${by}: a page comes in ${kB(sent)}`)];
  return [
    costs(
      "compression",
      `${plain.length} of ${asked.length} files of a page come as they are`,
      `A page is ${kB(sent)}, and would be ${kB(possible)} with gzip.`,
    ),
  ];
}

export async function checkCaching({ page, code, ask }: Site): Promise<Finding[]> {
  const [script] = code.values();
  return [...(await checkPage(page, ask)), ...(script ? await checkScript(script, ask) : [])];
}

async function checkPage(page: Answer, ask: Site["ask"]): Promise<Finding[]> {
  const seconds = freshSeconds(page);
  if (seconds > BRIEFLY) {
    return [
      costs(
        "caching",
        `pages are kept for ${Math.round(seconds / 360) / 10} h without asking`,
        "After an update readers see the old pages for as long, with files that may be gone.",
      ),
    ];
  }
  if (await isConfirmed(page, ask))
    return [fine("caching", "pages are asked for again, and come once")];
  return [
    costs(
      "caching",
      "pages have no ETag or Last-Modified that the host heeds",
      "Each visit brings each page whole again.",
    ),
  ];
}

async function checkScript(script: Answer, ask: Site["ask"]): Promise<Finding[]> {
  if (freshSeconds(script) >= LONG) return [fine("caching", "code, which never changes, is kept")];
  const found = headerOf(script, "cache-control") || "no Cache-Control";
  const again = (await isConfirmed(script, ask))
    ? "Each page asks again for each of its 10 to 20 files, and waits for the answers."
    : "Each page brings its code, 300 kB, again.";
  return [
    costs("caching", `code, whose names change with what it says, comes with "${found}"`, again),
  ];
}

/** Whether the host says that what the browser has is still so. */
async function isConfirmed(answer: Answer, ask: Site["ask"]): Promise<boolean> {
  const etag = headerOf(answer, "etag");
  const modified = headerOf(answer, "last-modified");
  if (!etag && !modified) return false;
  const headers: Record<string, string> = etag
    ? { "If-None-Match": etag }
    : { "If-Modified-Since": modified };
  return (await ask(answer.url, { headers })).status === 304;
}

/** For how many seconds a browser uses it without asking. */
function freshSeconds(answer: Answer): number {
  const control = headerOf(answer, "cache-control");
  if (/no-cache|no-store/.test(control)) return 0;
  const age = /max-age=(\d+)/.exec(control);
  if (age) return Number(age[1]);
  const expires = Date.parse(headerOf(answer, "expires"));
  const date = Date.parse(headerOf(answer, "date"));
  return Number.isNaN(expires) || Number.isNaN(date) ? 0 : (expires - date) / 1000;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function kB(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}
