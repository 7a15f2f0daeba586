// happy-dom ends an attribute's value without quotes at "=", and htl leaves quotes out: what a page writes goes through a
// parser that reads it as browsers do, and gives every value its quotes.
import { parseFragment, serialize } from "parse5";

/** Has the templates of htl parsed as by a browser: what it fills is a `<template>`, or a `<g>` of a picture. */
export function parseAsBrowsersDo(): void {
  passThrough(HTMLTemplateElement.prototype, (html) => serialize(parseFragment(html)));
  passThrough(Element.prototype, (html, { namespaceURI }) => {
    if (namespaceURI !== "http://www.w3.org/2000/svg") return html;
    const picture = serialize(parseFragment(`<svg>${html}</svg>`));
    return picture.slice("<svg>".length, -"</svg>".length);
  });
}

function passThrough(prototype: Element, sound: (html: string, element: Element) => string): void {
  const property = Object.getOwnPropertyDescriptor(prototype, "innerHTML")!;
  Object.defineProperty(prototype, "innerHTML", {
    ...property,
    set(this: Element, html: string) {
      property.set!.call(this, sound(html, this));
    },
  });
}
