// What the head of each page says to systems that install the site, and to those that show a link to it.
import { APPLE_ICON } from "./writeIcons.js";
import { MANIFEST, THEME_COLOURS } from "./writeManifest.js";
import { PICTURE } from "./writePicture.js";

/** A page's address in the site: that of the first one is the root's. */
export function pageAddress(site: string, page: string): string {
  return page === "index.html" ? site : `${site}${page}`;
}

/**
 * The page with its tags at the end of its head.
 * @param options.page its file: `entrenar.html` @param options.site its address, where it is known
 */
export function addHeadTags(
  html: string,
  { page, site }: { page: string; site: string | undefined },
): string {
  const { light, dark } = THEME_COLOURS;
  const tags = [
    `<link rel="manifest" href="./${MANIFEST}">`,
    `<link rel="apple-touch-icon" href="./${APPLE_ICON}">`,
    `<meta name="theme-color" content="${light}" media="(prefers-color-scheme: light)">`,
    `<meta name="theme-color" content="${dark}" media="(prefers-color-scheme: dark)">`,
    ...(page === "404.html" ? ['<meta name="robots" content="noindex">'] : addressTags(page, site)),
  ];
  return html.replace("</head>", `${tags.join("\n")}\n</head>`);
}

/** None where the address is not known, for these want it whole. */
function addressTags(page: string, site: string | undefined): string[] {
  if (site === undefined) return [];
  const address = pageAddress(site, page);
  return [
    `<link rel="canonical" href="${address}">`,
    `<meta property="og:url" content="${address}">`,
    `<meta property="og:image" content="${site}${PICTURE.file}">`,
    `<meta property="og:image:width" content="${PICTURE.width}">`,
    `<meta property="og:image:height" content="${PICTURE.height}">`,
    `<meta property="og:image:alt" content="${PICTURE.alt}">`,
    '<meta name="twitter:card" content="summary_large_image">',
  ];
}
