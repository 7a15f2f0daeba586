// A window without a browser, in which the built modules of a page run as they are: happy-dom, and what it lacks of
// what they ask for on arrival. Files come from the site's folder; of a reader there is nothing.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { GlobalRegistrator } from "@happy-dom/global-registrator";
import fakeIndexedDB, * as databaseClasses from "fake-indexeddb";
import { PixelContext } from "./pixelContext.js";
import { parseAsBrowsersDo } from "./soundHtml.js";
import { ThreadWorker, underWay } from "./threadWorker.js";
import { countCompilations, counted } from "./underWay.js";

const { Response: NodeResponse, TextEncoder, TextDecoder, structuredClone, crypto } = globalThis;

/** Makes this process the page, for good. @param width of the text, in CSS px */
export function openPageWindow(url: URL, html: string, width: number): void {
  GlobalRegistrator.register({ url: url.href, width, height: 900 });
  parseAsBrowsersDo();
  countCompilations(underWay);
  document.documentElement.innerHTML = withoutFiles(html);
  HTMLCanvasElement.prototype.getContext = pixelContext as HTMLCanvasElement["getContext"];
  Object.defineProperty(navigator, "serviceWorker", { value: new SilentContainer() });
  Object.assign(globalThis, {
    isSecureContext: true,
    TextEncoder,
    TextDecoder,
    structuredClone,
    crypto,
    ...databaseClasses,
    indexedDB: fakeIndexedDB,
    crossOriginIsolated: true,
    fetch: counted(underWay, fetchFile),
    Worker: ThreadWorker,
    ResizeObserver: observerOf(width),
    IntersectionObserver: SilentObserver,
    BroadcastChannel: SilentChannel,
  });
}

/** Scripts and style sheets are not for this window; the page's module is imported when it stands. */
function withoutFiles(html: string): string {
  return html.replace(/<script[\s\S]*?<\/script>|<link [^>]*>/g, "");
}

/** A file of the site, or 404. */
async function fetchFile(address: string | URL): Promise<Response> {
  try {
    return new NodeResponse(await readFile(fileURLToPath(new URL(address, location.href))));
  } catch {
    return new NodeResponse(null, { status: 404 });
  }
}

const contexts = new WeakMap<HTMLCanvasElement, PixelContext>();

function pixelContext(this: HTMLCanvasElement, kind: string): PixelContext | null {
  if (kind !== "2d") return null;
  const context = contexts.get(this) ?? new PixelContext(this);
  contexts.set(this, context);
  return context;
}

/** What stands on a canvas; undefined where nothing has been put. */
export function pixelsOf(canvas: HTMLCanvasElement): ImageData | undefined {
  return contexts.get(canvas)?.pixels;
}

class SilentObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

let isWidthAsked = false;

/** Whether something on the page is drawn for the width of the text. */
export function dependsOnWidth(): boolean {
  return isWidthAsked;
}

/** Says once of each element that it is as wide as the text. */
function observerOf(width: number) {
  const contentRect = {
    get width() {
      isWidthAsked = true;
      return width;
    },
    height: 0,
  };
  return class extends SilentObserver {
    constructor(private readonly tell: (entries: object[]) => void) {
      super();
    }
    override observe(target?: Element): void {
      queueMicrotask(() => {
        this.tell([{ target, contentRect }]);
      });
    }
  };
}

class SilentChannel extends EventTarget {
  postMessage(): void {}
  close(): void {}
}

/** A service worker that is never ready. */
class SilentContainer extends EventTarget {
  readonly controller = null;
  readonly ready = new Promise<never>(() => undefined);
  getRegistration(): Promise<never> {
    return this.ready;
  }
}
