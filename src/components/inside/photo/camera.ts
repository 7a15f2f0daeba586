// The camera and the video that shows it: on from `start` to `stop`, and off whatever comes in between.
import { cameraGone, cameraProblem, noCameraHere } from "./cameraProblem.js";

/** What is asked for of the camera: far more than what stays of it. */
const CONSTRAINTS: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: "environment", width: { ideal: 640 }, height: { ideal: 640 } },
};

export interface Camera {
  /**
   * Resolves when the video shows the camera; to false if it was stopped before. Rejects with a ReaderError that
   * says why there is none.
   */
  start: () => Promise<boolean>;
  stop: () => void;
}

/** @param onGone called, with the reason, if the camera goes off by itself */
export function cameraIn(video: HTMLVideoElement, onGone: (reason: Error) => void): Camera {
  let stream: MediaStream | undefined;
  let starts = 0;
  function stop(): void {
    starts++;
    if (stream) turnOff(stream);
    stream = undefined;
    video.srcObject = null;
  }
  async function start(): Promise<boolean> {
    stop();
    const mine = starts;
    const given = await askForCamera();
    if (mine !== starts) {
      turnOff(given); // stopped while the browser asked the reader
      return false;
    }
    stream = given;
    for (const track of given.getTracks()) {
      track.onended = () => {
        stop();
        onGone(cameraGone());
      };
    }
    video.srcObject = given;
    try {
      await video.play();
    } catch (error) {
      if (mine === starts) throw error;
    }
    return mine === starts;
  }
  return { start, stop };
}

async function askForCamera(): Promise<MediaStream> {
  // Where the page is not secure there is none, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) throw noCameraHere();
  try {
    return await devices.getUserMedia(CONSTRAINTS);
  } catch (error) {
    throw cameraProblem(error);
  }
}

function turnOff(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
