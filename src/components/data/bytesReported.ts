// The progress of a download, in bytes, as the progress of the work that it is part of.
import type { WorkProgress } from "../parts/workPanel.js";
import { formatBytes } from "../../lib/text/format.js";

export interface LoadProgress {
  receivedBytes: number;
  totalBytes: number;
  /** What is arriving now, for the reader. */
  label?: string;
}

/** The options of a download that tells those of a work how far it is. */
export function bytesReported({
  onProgress,
  signal,
}: {
  onProgress: (progress: WorkProgress) => void;
  signal: AbortSignal;
}): { onProgress: (progress: LoadProgress) => void; signal: AbortSignal } {
  return {
    signal,
    onProgress({ receivedBytes, totalBytes, label: part }) {
      const amount = `${formatBytes(receivedBytes)} de ${formatBytes(totalBytes)}`;
      onProgress({
        ratio: totalBytes > 0 ? receivedBytes / totalBytes : 0,
        text: part === undefined ? amount : `${amount} · ${part}`,
      });
    },
  };
}
