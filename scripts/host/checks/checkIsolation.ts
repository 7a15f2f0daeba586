// Whether the host isolates the pages from other origins, so that training may use several threads.
import { breaks, costs, fine, type Finding } from "../finding.js";
import { type Answer, headerOf } from "../hostRequest.js";
import type { Site } from "../readSite.js";

const OPENER = "cross-origin-opener-policy";
const EMBEDDER = "cross-origin-embedder-policy";
const EMBEDDED = /^(?:require-corp|credentialless)$/;
const ADDED =
  "The site's service worker adds them: the first visit loads each reader's first page twice. Where there is none (plain http, some private windows) training has one thread and takes several times as long.";

export function checkIsolation({ page, code, root }: Site): Finding[] {
  const opener = headerOf(page, OPENER);
  const isEmbedder = EMBEDDED.test(headerOf(page, EMBEDDER));
  const bare = [...code.values()].filter((each) => !EMBEDDED.test(headerOf(each, EMBEDDER)));
  if (isEmbedder && bare.length > 0) {
    const [first] = bare as [Answer, ...Answer[]];
    return [
      breaks(
        "isolation",
        `pages come with ${EMBEDDER}, ${first.url.replace(root, "")} without`,
        "Browsers then refuse the workers: nothing trains. Send the header with every file, or with none.",
      ),
    ];
  }
  if (isEmbedder && opener === "same-origin")
    return [fine("isolation", "both headers come with every file")];
  const sent = [opener && `${OPENER}: ${opener}`, isEmbedder && EMBEDDER]
    .filter(Boolean)
    .join(" and ");
  return [costs("isolation", `${sent || "none"} of the two headers comes`, ADDED)];
}
