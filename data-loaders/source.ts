// A place that may have the data set's files. Nothing that it gives is trusted before verifyIdx.
export interface Source {
  /** For messages. */
  name: string;
  /** On this machine: asked without waiting for other processes, and not copied. */
  local: boolean;
  /**
   * The file's bytes, compressed with gzip or not. Rejects saying why it cannot give them.
   * @param fileName without `.gz`
   */
  read(fileName: string): Promise<Uint8Array>;
}

/** The place has no such file, which is no surprise and not worth a line until all have failed. */
export class AbsentError extends Error {}
