// When a page of the site has come to rest, read off its reactive runtime. A cell may ask the runtime for its
// own variable, which knows all the others (src/notebook/runtime/pageRuntime.ts goes the same way in).
import type { BrowserContext, JSHandle, Page } from "playwright-core";

/** An id of no cell: where the page's client looks for the place of ours. */
const PLACE = "5e771ed0";

/** Cells that have no value before the reader presses their button. */
const awaitTheReader = ["datos", "medida"];

/**
 * After so many frames without progress the open cells are taken for ones that never end, which some tests write. A busy
 * machine has few frames: counted in time, its cells would be taken for those, and a page for one at rest.
 */
const STUCK_FRAMES = 150;
/** A hidden page has no frames, and its cells, which run at them, wait. */
const HIDDEN_MS = 2000;

/** Gives each page of the profile the place that `cellsSettled` needs, before the page's own modules run. */
export async function preparePages(context: BrowserContext): Promise<void> {
  await context.addInitScript((place) => {
    document.addEventListener("readystatechange", () => {
      if (document.readyState !== "interactive") return;
      document.body.append(document.createComment(`:${place}:`));
    });
  }, PLACE);
}

interface Variable {
  _name: string | null;
  _type: number;
  _inputs: Variable[];
  _promise: Promise<unknown>;
  _module: { _runtime: Runtime };
}

interface Runtime {
  _variables: Set<Variable>;
  _dirty: Set<Variable>;
  _updates: Set<Variable>;
}

interface Client {
  define: (cell: object) => void;
}

/** Where a page of Framework names its client. */
export const CLIENT = "link[rel=modulepreload][href*='/client.']";

/** As text: Vitest writes an `import` in a module in a way of its own, which no page has. */
const importClient = `import(document.querySelector("${CLIENT}").href)`;

/** Rejects on a page without cells, or one that is left meanwhile. */
export async function cellsSettled(page: Page): Promise<void> {
  await page.locator("html[data-code]").waitFor();
  const client: JSHandle<Client> = await page.evaluateHandle(importClient);
  await page.evaluate(
    async ({ client, place, waiting, stuckFrames, hiddenMs }) => {
      const { define } = client;
      const runtime = await new Promise<Runtime>((resolve) => {
        const body = (variable: Variable) => {
          resolve(variable._module._runtime);
        };
        define({ id: place, inputs: ["@variable"], outputs: [], body });
      });
      const waits = (variable: Variable): boolean =>
        waiting.includes(variable._name ?? "") || variable._inputs.some(waits);
      const isOpen = (variable: Variable) =>
        Promise.race([
          variable._promise.then(
            () => false,
            () => false,
          ),
          new Promise<boolean>((resolve) => {
            setTimeout(resolve, 0, true);
          }),
        ]);
      const openCells = async () => {
        const cells = [...runtime._variables].filter((cell) => cell._type === 1 && !waits(cell));
        const open = await Promise.all(cells.map(isOpen));
        const due = runtime._dirty.size + runtime._updates.size;
        return [due, ...cells.flatMap((cell, index) => (open[index] ? [cell._name] : []))].join();
      };
      const frame = () =>
        new Promise<void>((resolve) => {
          requestAnimationFrame(() => {
            resolve();
          });
          setTimeout(() => {
            if (document.hidden) resolve();
          }, hiddenMs);
        });
      let found = "";
      for (let still = 0; still < stuckFrames; still += document.hidden ? stuckFrames : 1) {
        const open = await openCells();
        if (open === "0") break;
        if (open !== found) still = 0;
        found = open;
        await frame();
      }
      await new Promise((resolve) => {
        requestAnimationFrame(() => {
          requestAnimationFrame(resolve);
        });
        setTimeout(() => {
          if (document.hidden) resolve(undefined); // it draws nothing
        }, 200);
      });
    },
    {
      client,
      place: PLACE,
      waiting: awaitTheReader,
      stuckFrames: STUCK_FRAMES,
      hiddenMs: HIDDEN_MS,
    },
  );
}
