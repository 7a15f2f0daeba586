import type { Locator, Page } from "playwright-core";

/** The button of this very name. */
export const button = (place: Page | Locator, name: string) =>
  place.getByRole("button", { name, exact: true });
