// The address at which the site is published, where it is known: what search engines and messengers want whole. Set
// SITE_URL when building; without it the site works at any address, and what needs it is left out.

/** With a slash at its end; undefined where it is not set. Throws an Error for what is no address. */
export function siteUrl(configured = process.env["SITE_URL"]): string | undefined {
  if (!configured) return undefined;
  const url = URL.canParse(configured) ? new URL(configured) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
    throw new Error(
      `SITE_URL: an address like https://example.org/red/ expected, ${configured} found`,
    );
  }
  return url.href.replace(/\/?$/, "/");
}
