import { defineConfig } from "vitest/config";

// Two projects: the fast tests in Node, and the built site in a real browser (test/site), three files
// at a time: now and then each waits for the browser's own patience, with the full disk or a lost thread.
// .ci/run sums the results up from one JSON file a run.
const { TEST_RESULTS } = process.env;
const outputFile = `${TEST_RESULTS}/${process.pid}.json`;

export default defineConfig({
  test: {
    reporters: TEST_RESULTS ? ["default", ["json", { outputFile }]] : ["default"],
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/site/**"],
          pool: "threads",
          maxWorkers: 3, // some tests wait for the engine's patience with a thread
          isolate: false, // the files of a worker share their modules
          setupFiles: ["test/cpuBackend.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "site",
          include: ["test/site/**/*.test.ts"],
          globalSetup: ["test/site/support/globalSetup.ts"],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 30_000 } }, // as long as Playwright waits, whatever the machine
          maxWorkers: 3,
          isolate: false, // one browser serves all the files of a worker
        },
      },
    ],
  },
});
