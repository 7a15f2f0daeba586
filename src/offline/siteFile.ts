/** A file of the site that is kept with all others. */
export interface SiteFile {
  /** Relative to the site's root. */
  url: string;
  /** Of a file whose name does not change with its content; null where the name holds a digest. */
  revision: string | null;
  /** A subresource integrity, with the revision. */
  integrity?: string;
  bytes: number;
}
