// A garment in a picture that the reader brings: a file, chosen, dropped or pasted, or a photograph made now.
import { html } from "htl";
import { cameraDialog } from "./cameraDialog.js";
import { fileThumbnail } from "./fileThumbnail.js";
import { listenToPaste, takeDrops } from "./incomingFiles.js";
import { preparedGarment } from "../preparation/preparedGarment.js";
import type { Garment } from "../../../lib/dataset/garment.js";
import { fileButton } from "../../parts/buttons/fileButton.js";
import { panelButton } from "../../parts/buttons/panelButton.js";

export function photoPanel(
  onGarment: (garment: Garment) => void,
  { invalidation }: { invalidation: Promise<unknown> },
): { element: HTMLElement; leave: () => void } {
  const prepared = preparedGarment("Usar esta imagen", onGarment);
  const takeFile = (file: File) => prepared.prepare(() => fileThumbnail(file));
  const camera = cameraDialog({
    onShot: (picture) => {
      void prepared.prepare(async () => ({ picture: await picture, origin: "camera" }));
    },
    invalidation,
  });
  const choose = fileButton("Elegir una imagen…", {
    id: "archivo-prenda",
    accept: "image/*",
    onFile: takeFile,
  });
  const element = html`<div class="photo-panel">
    <p>
      Sirve una sola prenda, entera, sobre un fondo liso. Puedes elegir un archivo, soltarlo aquí,
      pegar una imagen (Ctrl+V) o hacer una foto. Nada sale de tu navegador.
    </p>
    <div class="figure-controls">${choose}${panelButton("Usar la cámara…", camera.open)}</div>
    ${prepared.element}${camera.element}
  </div>`;
  takeDrops(element, takeFile);
  listenToPaste(element, takeFile, { invalidation });
  return { element, leave: prepared.leave };
}
