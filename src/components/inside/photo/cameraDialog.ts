// The camera's live picture in a dialog, with a shutter. The camera is off as soon as the dialog is not there,
// however it went.
import { html } from "htl";
import { cameraIn } from "./camera.js";
import { thumbnail } from "../preparation/thumbnail.js";
import type { Picture } from "../../../lib/dataset/preparation/picture.js";
import { errorMessage } from "../../../lib/errors/errorMessage.js";
import { panelButton } from "../../parts/buttons/panelButton.js";

export interface CameraDialogOptions {
  /** What the square of the dialog showed. */
  onShot: (picture: Promise<Picture>) => void;
  /** The cell's: the camera goes off with it. */
  invalidation: Promise<unknown>;
}

export function cameraDialog({ onShot, invalidation }: CameraDialogOptions): {
  element: HTMLElement;
  open: () => void;
} {
  const { dialog, video, show } = dialogView((shown) => {
    onShot(middleSquare(shown));
  });
  const fail = (reason: unknown) => {
    if (dialog.open) show({ problem: errorMessage(reason) });
  };
  const camera = cameraIn(video, fail);
  async function start(): Promise<void> {
    show({ told: "Esperando a la cámara: el navegador puede pedirte permiso." });
    try {
      if (!(await camera.start())) return;
      const told = "Pon la prenda sobre un fondo liso y llena con ella el cuadro.";
      show({ isLive: true, told });
    } catch (error) {
      fail(error);
    }
  }
  dialog.addEventListener("close", camera.stop);
  void invalidation.then(() => {
    dialog.close();
    camera.stop();
  });
  return {
    element: dialog,
    open() {
      dialog.showModal();
      void start();
    },
  };
}

/** @param onShutter called with the video while it shows the camera; then the dialog closes */
function dialogView(onShutter: (video: HTMLVideoElement) => void) {
  const video = html`<video
    playsinline
    aria-label="Lo que ve la cámara"
  ></video>` as HTMLVideoElement;
  video.muted = true;
  const status = html`<p role="status"></p>`;
  const alert = html`<p class="work-alert" role="alert"></p>`;
  const shutter = panelButton(
    "Hacer la foto",
    () => {
      onShutter(video);
      dialog.close();
    },
    "primary",
  );
  const close = panelButton("Cerrar la cámara", () => {
    dialog.close();
  });
  const dialog = html`<dialog class="camera-dialog" aria-label="Cámara">
    ${video}${status}${alert}
    <p class="figure-label">La imagen no sale de tu navegador: ni se guarda ni se envía.</p>
    <div class="figure-controls">${shutter}${close}</div>
  </dialog>` as HTMLDialogElement;
  const show = ({ isLive = false, told = "", problem = "" }) => {
    shutter.disabled = !isLive;
    status.textContent = told;
    alert.textContent = problem;
    (isLive ? shutter : close).focus();
  };
  return { dialog, video, show };
}

/** The largest square in the middle of what the video shows. */
function middleSquare(video: HTMLVideoElement): Promise<Picture> {
  const { videoWidth, videoHeight } = video;
  const side = Math.min(videoWidth, videoHeight);
  const corner = {
    left: Math.floor((videoWidth - side) / 2),
    top: Math.floor((videoHeight - side) / 2),
  };
  return thumbnail(video, { width: side, height: side }, corner);
}
