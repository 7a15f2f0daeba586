// The part of a document that a program writes stands between two HTML comments that bear its name.

/** The document with new content there. Throws if the markers are not there once each, in order. */
export function replaceMarked(document: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const parts = document.split(open);
  const [rest, after, ...more] = parts[1]?.split(close) ?? [];
  if (parts.length !== 2 || rest === undefined || after === undefined || more.length > 0) {
    throw new Error(`${open} … ${close} expected once in the document`);
  }
  return `${parts[0]!}${open}\n\n${content.trim()}\n\n${close}${after}`;
}
