// What the panel for reading without a network says, in Spanish.
import { isAll, type OfflineState, wholeOf } from "./offlineMachine.js";
import type { KeptSite } from "../../lib/offline/keptSite.js";
import { formatBytes } from "../../lib/text/format.js";

/** The sentence that tells what is there, or what is being done. */
export function offlineStatus(state: OfflineState): string {
  switch (state.phase) {
    case "looking":
      return "Mirando qué hay guardado…";
    case "unavailable":
      return state.reason;
    case "keeping":
      return "Guardando…";
    case "cancelling":
      return "Cancelando…";
    case "removing":
      return "Quitando lo guardado…";
    case "resting":
      return [state.message, whatIsKept(state.kept)].filter(Boolean).join(" ");
  }
}

function whatIsKept({ pages, images }: KeptSite): string {
  if (isAll(pages) && isAll(images)) {
    return `✓ Disponible sin conexión. En este navegador están todas las páginas con su código (${formatBytes(pages!.bytes)}) y las 70.000 imágenes (${formatBytes(images.bytes)}).`;
  }
  const nothing = (pages?.keptBytes ?? 0) === 0 && images.keptBytes === 0;
  if (nothing) return "Todavía no hay nada guardado: sin conexión, el cuaderno no se abre.";
  const first = isAll(pages)
    ? `Las páginas con su código ya están (${formatBytes(pages!.bytes)}) y se abren sin conexión.`
    : "De las páginas y su código falta algo.";
  const missing = images.bytes - images.keptBytes;
  return missing === 0
    ? first
    : `${first} De las imágenes, sin las que no se entrena, faltan ${formatBytes(missing)}.`;
}

/** «12,3 MB de 41,5 MB», with its ratio, 0–1. */
export function offlineProgress(kept: KeptSite): { ratio: number; text: string } {
  const { bytes, keptBytes } = wholeOf(kept);
  const text = `${formatBytes(keptBytes)} de ${formatBytes(bytes)}`;
  return { ratio: bytes === 0 ? 0 : keptBytes / bytes, text };
}

/** The text of the button that keeps everything; what the pages take is not known before their worker has begun. */
export function keepLabel(kept: KeptSite): string {
  const { bytes, keptBytes } = wholeOf(kept);
  const missing = formatBytes(bytes - keptBytes);
  return keptBytes === 0 ? `Guardar todo (${missing})` : `Guardar lo que falta (${missing})`;
}

/** What browsers say of the room that they have is rounded or made up, so that only what is missing can be told. */
export function fullMessage(kept: KeptSite): string {
  const { bytes, keptBytes } = wholeOf(kept);
  return `No cabe todo en lo que el navegador da a este sitio: faltan por guardar ${formatBytes(bytes - keptBytes)}. Borra entrenamientos que no te hagan falta en Experimentos, o libera espacio en el disco, y pulsa otra vez. Lo que ya ha llegado se queda.`;
}

export const HOST_FAILED =
  "No han llegado todos los archivos: la conexión se ha cortado, o el sitio acaba de cambiar. Recarga la página y pulsa otra vez; lo que ya ha llegado se queda.";

export const INSECURE =
  "Aquí no se puede guardar: el navegador solo guarda sitios que llegan por https, y este ha llegado sin él.";

export const NO_WORKERS =
  "Aquí no se puede guardar: este navegador no tiene «service workers», o no los permite en ventanas privadas ni donde se bloquean los datos de los sitios.";
