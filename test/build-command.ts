import { execFileSync } from "node:child_process";

/** Builds `dist/cli.js` once, for the tests that run the command as people do. */
export default function setup(): void {
  execFileSync(process.execPath, ["scripts/build.mjs", "--no-types"], { stdio: "inherit" });
}
