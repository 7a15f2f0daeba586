// Tabs that were open when this version took over show an earlier one. Its files stay until the last of them is closed
// or loaded again.
import { forget, recall, remember } from "./keptState.js";
import { removeFormerFiles } from "./siteCache.js";

const { clients, registration } = self as unknown as ServiceWorkerGlobalScope;

export async function isFormerTab(id: string): Promise<boolean> {
  return (await recall("formerTabs"))?.includes(id) ?? false;
}

/** Called when this version takes over. */
export async function noteFormerTabs(event: ExtendableEvent): Promise<void> {
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const ours = open.filter(({ url }) => url.startsWith(registration.scope)).map(({ id }) => id);
  await remember("formerTabs", ours);
  await clearFormerFiles(event);
}

/** Lets the files of earlier versions go, once no tab shows one. */
export async function clearFormerFiles(event: ExtendableEvent): Promise<void> {
  const former = await recall("formerTabs");
  if (former === undefined) return;
  const open = await Promise.all(former.map((id) => clients.get(id)));
  if (open.some((client) => client !== undefined)) return;
  await removeFormerFiles(event);
  await forget("formerTabs");
}
