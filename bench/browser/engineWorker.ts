// The engine in Chromium, with further threads of its own.
import { serveTrainer } from "./serveTrainer.js";
import { browserThreads } from "../../src/training/engine/browserThreads.js";
import { createEngineTrainer } from "../../src/training/engine/engineTrainer.js";

serveTrainer(async ({ threads, ...request }) => {
  const team = browserThreads(threads);
  if ((team?.count ?? 1) !== threads) {
    throw new Error(`${threads} threads expected, this page has ${team?.count ?? 1}`);
  }
  return createEngineTrainer(request, team);
});
