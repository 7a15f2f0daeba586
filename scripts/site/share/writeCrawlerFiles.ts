// robots.txt, and the list of the pages where the site's address is known.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import config from "../../../observablehq.config.js";
import { pageAddress } from "./headTags.js";

export function writeCrawlerFiles(folder: string, site: string | undefined): void {
  const robots = ["User-agent: *", "Allow: /", ...(site ? [`Sitemap: ${site}sitemap.xml`] : [])];
  writeFileSync(join(folder, "robots.txt"), `${robots.join("\n")}\n`);
  if (site) writeFileSync(join(folder, "sitemap.xml"), sitemap(site));
}

/** In reading order; without dates, so that two builds are the same. */
function sitemap(site: string): string {
  const listed = config.pages.flatMap(({ pages }) =>
    pages.map(({ path }) => `${path.slice(1)}.html`),
  );
  const lines = ["index.html", ...listed].map(
    (page) => `  <url><loc>${pageAddress(site, page)}</loc></url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${lines.join("\n")}
</urlset>
`;
}
