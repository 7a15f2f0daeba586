// What search engines and messengers say of a page: its title, and the paragraph with which it begins.
import { JSDOM } from "jsdom";

const TITLE = /<title>.*<\/title>/;

/** The page with its description in the head. Throws an Error for a page without a title or a first paragraph. */
export function describePage(html: string): string {
  const { document } = new JSDOM(html).window;
  const description = document
    .querySelector("main h1 ~ p")
    ?.textContent.replace(/\s+/g, " ")
    .trim();
  if (!TITLE.test(html) || !description) {
    throw new Error("describePage: a title and a first paragraph expected, none found");
  }
  const tags = [
    meta(document, "name", "description", description),
    meta(document, "property", "og:title", document.title),
    meta(document, "property", "og:description", description),
    meta(document, "property", "og:type", "article"),
    meta(document, "property", "og:locale", "es_ES"),
  ];
  return html.replace(TITLE, (title) => [title, ...tags].join("\n"));
}

function meta(
  document: Document,
  kind: "name" | "property",
  name: string,
  content: string,
): string {
  const tag = document.createElement("meta");
  tag.setAttribute(kind, name);
  tag.setAttribute("content", content);
  return tag.outerHTML;
}
