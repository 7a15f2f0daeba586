// In the built pages, and the first code that runs there. A page stands written with what its cells show, so that its
// code may come later: at once where the reader has something of their own to see, else when the page has arrived and
// the connection is quick; where it is not, with the reader's first touch.
import { RELOADED } from "../isolation.js";
import { LATER } from "../offline/later.js";
import { keepSite } from "./keepSite.js";
import { keepActions, repeatEdit } from "./keptActions.js";
import { holdHeights } from "./heldHeights.js";
import { whenTakenOver } from "./prerendered.js";

/** Megabits a second with which the code, some 300 kB, comes in half a second. */
const QUICK_MBPS = 5;
/** With which the name of everything begins that the notebook stores. */
const OWN = "red-convolucional";
const PATIENCE_MS = 1000;
const TOUCHES = [
  "pointerover",
  "pointerdown",
  "keydown",
  "wheel",
  "scroll",
  "focusin",
  "beforeinput",
];

let isComing = false;

/** Once, however often it is asked for. */
function bringCode(): void {
  if (isComing) return;
  isComing = true;
  for (const type of TOUCHES) removeEventListener(type, bringCode, { capture: true });
  holdHeights();
  const [page, ...parts] = contentOf("page-code").split(" ");
  for (const part of parts) {
    const link = document.createElement("link");
    link.rel = "modulepreload";
    link.href = part;
    document.head.append(link);
  }
  import(new URL(page!, document.baseURI).href).then(
    () => {
      document.documentElement.dataset["code"] = "here";
      repeatEdit();
      whenArrived(() => void keepSite());
    },
    (error: unknown) => {
      console.error(error);
      tellLost();
    },
  );
}

function contentOf(name: string): string {
  return document.querySelector<HTMLMetaElement>(`meta[name=${name}]`)!.content;
}

function tellLost(): void {
  const note = document.createElement("p");
  note.className = "callout error";
  note.role = "alert";
  note.textContent =
    "El código de esta página no ha llegado: se puede leer, pero sus botones no responden. Comprueba la conexión y recárgala. ";
  const again = document.createElement("button");
  again.type = "button";
  again.textContent = "Recargar";
  again.onclick = () => {
    location.reload();
  };
  note.append(again);
  document.querySelector("main")!.prepend(note);
}

function isOwn(key: string): boolean {
  return key.startsWith(OWN) && key !== RELOADED && key !== LATER;
}

/** Whether the page may show something else than what it was built with: by its address, or by what is stored here. */
async function isReadersOwn(): Promise<boolean> {
  if (location.search !== "" || location.hash.includes("=")) return true;
  try {
    const keys = [localStorage, sessionStorage].flatMap((storage) => Object.keys(storage));
    if (keys.some(isOwn)) return true;
    return (await indexedDB.databases()).length > 0;
  } catch {
    return true; // no storage: what the page says of it is said by its code
  }
}

function isQuick(): boolean {
  const { connection } = navigator as Navigator & {
    connection?: { downlink: number; saveData: boolean };
  };
  // Without network the code is on this machine, or nowhere.
  return (
    !connection || !navigator.onLine || (connection.downlink >= QUICK_MBPS && !connection.saveData)
  );
}

function whenArrived(work: () => void): void {
  const whenIdle = () => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(work, { timeout: PATIENCE_MS });
    else setTimeout(work, PATIENCE_MS);
  };
  if (document.readyState === "complete") whenIdle();
  else addEventListener("load", whenIdle, { once: true });
}

keepActions();
whenTakenOver((_, before) => {
  before.replaceChildren(); // Framework's client shows it again while a cell that had failed runs once more
});
for (const type of TOUCHES) addEventListener(type, bringCode, { capture: true, passive: true });
addEventListener("storage", ({ key }) => {
  if (key !== null && isOwn(key)) bringCode(); // in another tab
});
if (await isReadersOwn()) bringCode();
else if (isQuick()) whenArrived(bringCode);
