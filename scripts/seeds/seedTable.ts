// The results of the seeds as a Markdown table: mean, standard deviation and range of each figure.
import {
  type SeedFigure,
  type SeedReport,
  type SeedRun,
  summarizeSeeds,
} from "../../src/lib/reports/seedReport.js";

export function seedTable({ engine, pytorch, epochs, machine, date, command }: SeedReport): string {
  return [
    "| | runs | training loss of the last epoch | test loss | test accuracy, % |",
    "| --- | --- | --- | --- | --- |",
    ...row("engine", engine),
    ...row("PyTorch", pytorch),
    "",
    `Mean ± standard deviation (range) over seeds, ${epochs} ${epochs === 1 ? "epoch" : "epochs"} each. ` +
      `${machine}, ${date.slice(0, 10)}, \`${command}\`.`,
  ].join("\n");
}

function row(name: string, runs: readonly SeedRun[]): string[] {
  if (runs.length === 0) return [];
  const figure = (of: SeedFigure, { scale = 1, decimals = 3 } = {}) => {
    const { mean, deviation, min, max } = summarizeSeeds(runs, of);
    const write = (value: number) => (scale * value).toFixed(decimals);
    const around = Number.isNaN(deviation) ? "" : ` ± ${write(deviation)}`;
    return `${write(mean)}${around} (${write(min)}–${write(max)})`;
  };
  const accuracy = figure("testAccuracy", { scale: 100, decimals: 2 });
  return [`| ${name} | ${runs.length} | ${figure("loss")} | ${figure("testLoss")} | ${accuracy} |`];
}
