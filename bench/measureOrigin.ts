// Where and when something was measured, as a report begins.
import { describeMachine } from "./writeReport.js";

/** @param command that was run, without its arguments @param chromium its version */
export function measureOrigin(
  command: string,
  chromium: string,
): { machine: string; date: string; command: string } {
  return {
    machine: describeMachine(chromium),
    date: new Date().toISOString(),
    command: [`${command} --`, ...process.argv.slice(2)].join(" ").replace(/ --$/, ""),
  };
}
