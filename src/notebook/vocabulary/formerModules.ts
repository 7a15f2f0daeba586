// Where modules stood that cells of earlier versions import, and where they stand now. Readers keep such
// cells: an address goes in here when its module moves, and never out.
export const formerModules: ReadonlyMap<string, string> = new Map([
  ["./notebook/exchangeEdits.js", "./notebook/page/exchangeEdits.js"],
  ["./notebook/incomingEdits.js", "./notebook/page/incomingEdits.js"],
]);
