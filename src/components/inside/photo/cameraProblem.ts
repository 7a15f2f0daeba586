// Why there is no camera, and what to do about it.
import { ReaderError } from "../../../lib/errors/readerError.js";

const FILE_INSTEAD = "También puedes elegir una imagen de tus archivos.";

/** What the browser's refusals mean (Media Capture and Streams, getUserMedia). */
const meanings: Record<string, string> = {
  NotAllowedError:
    "No hay permiso para usar la cámara. Dáselo a este sitio en el candado o el icono de la barra de direcciones, y en los ajustes del sistema, y vuelve a probar.",
  NotFoundError: "No se encuentra ninguna cámara. Conecta una y vuelve a probar.",
  NotReadableError:
    "La cámara está ocupada o no responde. Cierra los programas y pestañas que la estén usando y vuelve a probar.",
  NotSupportedError: "Este navegador no puede usar la cámara. Prueba con otro.",
  SecurityError:
    "El navegador no deja usar la cámara en esta página. Ábrela en una pestaña propia, con una dirección https.",
};

export const noCameraHere = () =>
  new ReaderError(
    `Aquí no se puede usar la cámara: los navegadores solo la dan a páginas con https (o a localhost). ${FILE_INSTEAD}`,
  );

export const cameraGone = () =>
  new ReaderError(
    `La cámara se ha desconectado o le han retirado el permiso. Vuelve a probar. ${FILE_INSTEAD}`,
  );

/** In Spanish, of what `getUserMedia` has rejected with; anything else is returned as it is. */
export function cameraProblem(thrown: unknown): unknown {
  if (!(thrown instanceof DOMException)) return thrown;
  const name = thrown.name === "AbortError" ? "NotReadableError" : thrown.name;
  const meaning = meanings[name];
  return meaning === undefined
    ? thrown
    : new ReaderError(`${meaning} ${FILE_INSTEAD}`, { cause: thrown });
}
