// A button that loads something heavy: a work panel whose progress is counted in bytes.
import { type WorkPanelOptions, workPanel } from "../parts/workPanel.js";
import { bytesReported, type LoadProgress } from "./bytesReported.js";
import { formatBytes } from "../../lib/text/format.js";

export type Load<T> = (options: {
  onProgress: (progress: LoadProgress) => void;
  signal: AbortSignal;
}) => Promise<T>;

export type LoadPanelOptions<T> = Pick<
  WorkPanelOptions<T>,
  "describe" | "initial" | "atOnce" | "invalidation"
> & {
  label?: string;
  /** What the download costs, told before it starts. */
  sizeBytes?: number;
};

/** The panel; it dispatches `input` when its value has loaded. */
export function loadPanel<T>(
  load: Load<T>,
  {
    label = "Cargar los datos",
    sizeBytes,
    describe = () => "Datos cargados.",
    ...options
  }: LoadPanelOptions<T> = {},
): HTMLElement & { value: T | undefined } {
  return workPanel<T>(
    (options) => {
      const reported = bytesReported(options);
      reported.onProgress({ receivedBytes: 0, totalBytes: sizeBytes ?? 0 });
      return load(reported);
    },
    {
      ...options,
      label,
      describe,
      working: "Cargando…",
      cancelled: "Carga cancelada.",
      start: sizeBytes === undefined ? label : `${label} (${formatBytes(sizeBytes)})`,
    },
  );
}
