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
