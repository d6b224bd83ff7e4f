import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string): string => fileURLToPath(new URL(`src/${path}`, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^cyanotype$/u, replacement: source("index.ts") },
      { find: /^cyanotype\/apps$/u, replacement: source("apps.ts") },
      { find: /^cyanotype\/iml$/u, replacement: source("iml.ts") },
      { find: /^cyanotype\/lint$/u, replacement: source("lint.ts") },
    ],
  },
  test: {
    include: ["test/**/*.test.ts", "scenarios/*.test.ts"],
    // No test changes a module that another one sees, so they need not load all of them anew.
    isolate: false,
    pool: "threads",
    // Half of the time is spent on waiting for commands that are run.
    maxWorkers: "100%",
    globalSetup: "test/build-package.ts",
    // A machine under load is no reason for a red build.
    testTimeout: 60_000,
  },
});
