import { html } from "htl";

/** A name that may break after its slash: «Camiseta/top». */
export function breakable(name: string): DocumentFragment {
  const [first, ...rest] = name.split("/");
  return html.fragment`${first}${rest.map((part) => html.fragment`/<wbr>${part}`)}`;
}
