// Types for what the compiler cannot see: Framework's own modules and libraries without types.
declare module "observablehq:stdlib" {
  export interface FileAttachment {
    readonly name: string;
    readonly href: string;
    readonly size: number;
    json<T>(): Promise<T>;
    arrayBuffer(): Promise<ArrayBuffer>;
  }
  export function FileAttachment(name: string): FileAttachment;
}

declare module "htl" {
  type Tag<T> = (strings: TemplateStringsArray, ...values: unknown[]) => T;
  export const html: Tag<HTMLElement> & { fragment: Tag<DocumentFragment> };
  export const svg: Tag<SVGElement> & { fragment: Tag<DocumentFragment> };
}

// Framework's own analysis of a cell, with which it compiles the pages.
declare module "@observablehq/framework/dist/javascript/references.js" {
  import type { Identifier, Node } from "acorn";
  export function findReferences(
    node: Node,
    options?: { globals?: { has(name: string): boolean } },
  ): Identifier[];
}
declare module "@observablehq/framework/dist/javascript/parse.js" {
  import type { Identifier } from "acorn";
  export function parseJavaScript(
    input: string,
    options: { path: string },
  ): { references: Identifier[]; declarations: Identifier[] | null };
}
declare module "@observablehq/framework/dist/javascript/globals.js" {
  export const defaultGlobals: ReadonlySet<string>;
}
declare module "@observablehq/framework/dist/javascript/declarations.js" {
  import type { Identifier, Program } from "acorn";
  export function findDeclarations(node: Program, input: string): Identifier[];
}
declare module "@observablehq/framework/dist/javascript/assignments.js" {
  import type { Identifier, Program } from "acorn";
  export function checkAssignments(node: Program, references: Identifier[], input: string): void;
}

declare module "@observablehq/inputs";
