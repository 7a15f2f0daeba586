// The map's colours as the theme has them now: a canvas knows no custom properties.
export interface MapPalette {
  colors: string[];
  faded: string;
  paper: string;
  ink: string;
}

/** @param names of the groups' custom properties */
export function mapPalette(element: HTMLElement, names: readonly string[]): MapPalette {
  const style = getComputedStyle(element);
  const colorOf = (name: string) => style.getPropertyValue(name).trim();
  return {
    colors: names.map(colorOf),
    faded: colorOf("--map-faded"),
    paper: colorOf("--map-paper"),
    ink: colorOf("--map-ink"),
  };
}

/** Calls back whenever the theme changes, which it does on paper too, until it is ended. */
export function followTheme(onChange: () => void): { end: () => void } {
  const queries = ["print", "screen and (prefers-color-scheme: dark)"].map((each) =>
    matchMedia(each),
  );
  for (const query of queries) query.addEventListener("change", onChange);
  return {
    end: () => {
      for (const query of queries) query.removeEventListener("change", onChange);
    },
  };
}
