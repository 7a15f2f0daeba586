// The addresses of the built site, in reading order: the first page, then those of the configuration.
import config from "../../../observablehq.config.js";

export const sitePages: string[] = [
  "/index",
  ...config.pages.flatMap(({ pages }) => pages.map(({ path }) => path)),
];
