// Reference, frozen: the learning rate of each step of a run.
//
// - constant: always the highest.
// - cosine: down to zero along half a wave (Loshchilov and Hutter, 2017, arXiv:1608.03983, no restarts).
// - one-cycle: up from 1/25 of the highest during 30 % of the run, then down to 1/250,000 of it, both
//   along half a wave (Smith, 2018, arXiv:1803.09820; the numbers are those of torch's OneCycleLR).

export type Schedule = "constant" | "cosine" | "one-cycle";

/** @param done the part of the run before this step: 0 at the first, 1 at the last */
export function scheduledRate(highest: number, schedule: Schedule, done: number): number {
  switch (schedule) {
    case "constant":
      return highest;
    case "cosine":
      return halfWave(highest, 0, done);
    case "one-cycle": {
      const rise = 0.3;
      return done < rise
        ? halfWave(highest / 25, highest, done / rise)
        : halfWave(highest, highest / 25 / 10_000, (done - rise) / (1 - rise));
    }
  }
}

function halfWave(from: number, to: number, done: number): number {
  return to + ((from - to) * (1 + Math.cos(Math.PI * done))) / 2;
}
