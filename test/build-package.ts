import { execFileSync } from "node:child_process";

/** Builds the package once, for the tests that run the command as people do, and for scenarios that import its types. */
export default function setup(): void {
  execFileSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" });
}
