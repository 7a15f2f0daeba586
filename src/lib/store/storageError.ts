// Storage is off (a private window, blocked by the reader), full, or held by another version of the site.
export class StorageError extends Error {
  override name = "StorageError";
}
