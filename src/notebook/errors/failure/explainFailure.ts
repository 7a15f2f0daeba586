// Why a cell failed while it ran.
import { describeValue } from "../../console/describeValue.js";
import { type Explanation, explainBy } from "../explanation.js";
import { languageRules } from "./languageRules.js";
import { layerRules } from "./layerRules.js";
import { libraryRules } from "./libraryRules.js";
import { operationRules } from "./operationRules.js";
import { tensorRules } from "./tensorRules.js";
import { InternalError } from "../../../lib/errors/internalError.js";
import { ReaderError } from "../../../lib/errors/readerError.js";

/** Why it failed, for whatever was thrown; undefined for what no rule knows. */
export function explainFailure(thrown: unknown): Explanation | undefined {
  if (!(thrown instanceof Error)) {
    const what = typeof thrown === "string" ? `«${thrown}»` : describeValue(thrown);
    return { message: `La celda se ha parado porque se ha lanzado ${what}.` };
  }
  const { message } = thrown;
  if (thrown instanceof ReaderError || thrown instanceof InternalError) return { message };
  const known = explainBy(
    [...layerRules, ...tensorRules, ...operationRules, ...libraryRules],
    message,
  );
  if (known) return known;
  const explanation = explainBy(languageRules, message);
  return explanation && thrown instanceof TypeError && isInLibrary(thrown)
    ? insideLibrary
    : explanation;
}

/** The names in its message are those of a library's code: they would mean nothing to the reader. */
const insideLibrary: Explanation = {
  message: "Una función de una biblioteca ha recibido algo que no le sirve.",
  hint: "Mira qué le das en esa línea: puede faltar un argumento, no ser lo que espera, o ser una promesa sin «await».",
};

/** Whether the code that failed is one of the site's modules, not a cell: of the reader's, or of the page's own module. */
function isInLibrary({ stack = "" }: Error): boolean {
  const place = /\S+:\d+:\d+\)?$/m.exec(stack)?.[0] ?? "";
  return /\/_(?:code|import|node|npm|observablehq)\//.test(place) && !isOfPage(place);
}

/** The built page names its module first among its code. */
function isOfPage(place: string): boolean {
  if (typeof document === "undefined") return false;
  const code = document.querySelector<HTMLMetaElement>("meta[name=page-code]");
  const [own] = code?.content.split(" ") ?? [];
  return own !== undefined && place.includes(own.replace(/^\.*\//, "/"));
}
