// The reader's store by itself, in an empty page of the site's origin.
import type { OpenPage } from "./browser.js";
import { leaveSite } from "./experimentsPage.js";
import { importInPage } from "./importInPage.js";
import type { RunStore } from "../../../src/lib/store/runStore.js";

type StoreModule = typeof import("../../../src/lib/store/runStore.js");

/** The page, and a store that is new, to be asked there. */
export async function storeInPage(open: OpenPage) {
  const { page } = await open("/glosario");
  await leaveSite(page);
  const module = await importInPage<StoreModule>(page, "src/lib/store/runStore.ts");
  const store = await module.evaluateHandle(({ openRunStore }): RunStore => openRunStore());
  return { page, store };
}
