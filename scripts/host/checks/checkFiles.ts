// Whether everything that the site is made of is there, and is called what a browser takes it for.
import { breaks, costs, fine, type Finding } from "../finding.js";
import { type Answer, headerOf, typeOf } from "../hostRequest.js";
import type { Site } from "../readSite.js";

const MOST_NAMED = 5;
/** https://mimesniff.spec.whatwg.org/#javascript-mime-type */
const SCRIPT = /^(?:text|application)\/(?:x-)?(?:java|ecma)script$|^text\/(?:jscript|livescript)$/;

export function checkFiles({ lost, files, code, pages, root }: Site): Finding[] {
  const seen = `${pages.size} pages, ${code.size} files of code and ${files.length} others`;
  if (lost.size === 0) return [fine("files", `all are there: ${seen}`)];
  const named = [...lost]
    .slice(0, MOST_NAMED)
    .map(([url, why]) => `${url.replace(root, "")} (${why})`);
  const more = lost.size > MOST_NAMED ? `, and ${lost.size - MOST_NAMED} more` : "";
  return [
    breaks(
      "files",
      `${lost.size} are missing: ${named.join(", ")}${more}`,
      "What needs them fails. Copy the whole of dist/ again; a host may also refuse endings that it does not know.",
    ),
  ];
}

/** The types that the host gives to files; those of data do not matter. */
export async function checkTypes(site: Site): Promise<Finding[]> {
  const findings = [
    ...checkText(site.page),
    ...checkScripts([...site.code.values()]),
    ...(await checkOthers(site)),
  ];
  return findings.length > 0
    ? findings
    : [fine("types", "pages, code, styles and programs have theirs")];
}

function checkText(page: Answer): Finding[] {
  const type = headerOf(page, "content-type");
  const charset = /charset="?([\w-]+)/i.exec(type)?.[1];
  if (typeOf(page) !== "text/html") {
    return [
      breaks("types", `pages come as "${type}", text/html expected`, "Browsers do not show them."),
    ];
  }
  if (charset === undefined || /^utf-?8$/i.test(charset)) return [];
  return [
    breaks(
      "types",
      `pages come as "${type}", utf-8 expected`,
      "Each accent and ñ is two wrong letters.",
    ),
  ];
}

function checkScripts(code: Answer[]): Finding[] {
  const wrong = code.find((answer) => !SCRIPT.test(typeOf(answer)));
  if (!wrong) return [];
  return [
    breaks(
      "types",
      `.js comes as "${headerOf(wrong, "content-type")}", text/javascript expected`,
      "Browsers run no module of another type: the pages can be read, and nothing in them works.",
    ),
  ];
}

const others = [
  {
    ending: ".css",
    type: "text/css",
    verdict: breaks,
    cost: "Browsers take no style sheet of another type: the pages are bare text.",
  },
  {
    ending: ".wasm",
    type: "application/wasm",
    verdict: costs,
    cost: "TensorFlow.js reads its program in a slower way, with a warning in the console.",
  },
  {
    ending: ".svg",
    type: "image/svg+xml",
    verdict: costs,
    cost: "The site's icon does not show.",
  },
] as const;

async function checkOthers({ files, ask, lost }: Site): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { ending, type, verdict, cost } of others) {
    const address = files.find((file) => file.endsWith(ending) && !lost.has(file));
    if (address === undefined) continue;
    const answer = await ask(address);
    if (typeOf(answer) === type) continue;
    const found = headerOf(answer, "content-type") || "nothing";
    findings.push(verdict("types", `${ending} comes as "${found}", ${type} expected`, cost));
  }
  return findings;
}
