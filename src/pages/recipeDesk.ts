// What controls the recipe on the page of training: the form of the network and the hyperparameters,
// what the link that opened the page sets in it, and what the tab remembers of it.
import { brokenNetworkNote } from "../components/network/brokenNetworkNote.js";
import {
  type ConfigurationForm,
  configurationForm,
} from "../components/recipe/configurationForm.js";
import { copyLinkButton } from "../components/recipe/copyLinkButton.js";
import { linkNote } from "../components/recipe/linkNote.js";
import { keepConfiguration, startingConfiguration } from "../lib/browser/keptConfiguration.js";
import { onReaderNetworkChange, readerNetwork } from "../lib/browser/readerNetwork.js";
import type { ParsedPermalink } from "../lib/run/permalink.js";
import { html } from "htl";

export interface RecipeDesk {
  /** Its value is the next run's configuration, sound or not; it dispatches `input`. */
  form: ConfigurationForm;
  /** The form, with its notes. */
  element: DocumentFragment;
  /** The button that copies a link to it. */
  copy: HTMLElement;
}

/** @param options.invalidation of the cell that holds it: nothing is followed from then on */
export function recipeDesk(
  link: ParsedPermalink,
  { invalidation }: { invalidation: Promise<unknown> },
): RecipeDesk {
  const hasOwn = () => readerNetwork() !== undefined;
  const form = configurationForm({ hasOwn: hasOwn() });
  const start = startingConfiguration(link);
  if (start) form.value = start;
  form.addEventListener("input", () => {
    keepConfiguration(form.value);
  });
  const unfollow = onReaderNetworkChange(() => {
    form.offerOwn(hasOwn());
  });
  void invalidation.then(unfollow);
  const notes = [linkNote(link, { hasOwn: hasOwn(), form }), brokenNetworkNote(invalidation)];
  const copy = copyLinkButton("Copiar enlace", () => form.value);
  return { form, element: html.fragment`${notes}${form}`, copy };
}
