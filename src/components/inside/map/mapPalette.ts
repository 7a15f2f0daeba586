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

/** Calls back whenever the theme changes, until it is ended. */
export function followTheme(onChange: () => void): { end: () => void } {
  const isDark = matchMedia("screen and (prefers-color-scheme: dark)");
  isDark.addEventListener("change", onChange);
  return {
    end: () => {
      isDark.removeEventListener("change", onChange);
    },
  };
}
