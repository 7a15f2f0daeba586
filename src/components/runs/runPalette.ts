// How each of the runs that are compared is drawn: a colour of the theme, a dash and a mark of its own,
// so that nothing is told by the colour alone.
export const MOST_COMPARED = 6;

export interface RunStyle {
  color: string;
  dash: string;
  symbol: string;
}

const dashes = ["none", "7 4", "2 3", "10 3 2 3", "4 2", "12 4"];
const symbols = ["circle", "square", "triangle", "diamond", "star", "times"];

/** The style of the run at this place of the comparison. */
export function runStyle(index: number): RunStyle {
  const place = index % MOST_COMPARED;
  return {
    color: `var(--run-${place + 1})`,
    dash: dashes[place]!,
    symbol: symbols[place]!,
  };
}
