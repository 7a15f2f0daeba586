// Has the service worker keep the site's files for when there is no network: once the page is there with its code and the
// browser has nothing else to do, so that a first visit costs no more than before. Some 5 MB as sent; who saves data gets
// them by the button of «Cargar los datos» alone.
import type { Question } from "../offline/messages.js";
import { hasWorkers, registerWorker } from "../offline/registerWorker.js";

/** Never rejects. */
export async function keepSite(): Promise<void> {
  if (!hasWorkers() || savesData()) return;
  try {
    await registerWorker();
    const { active } = await navigator.serviceWorker.ready;
    const question: Question = { type: "store", asked: false };
    active?.postMessage(question);
  } catch {
    // A private window, say: the site is read from its host.
  }
}

function savesData(): boolean {
  const { connection } = navigator as Navigator & {
    connection?: { saveData: boolean; effectiveType: string };
  };
  return (
    connection !== undefined && (connection.saveData || connection.effectiveType.endsWith("2g"))
  );
}
