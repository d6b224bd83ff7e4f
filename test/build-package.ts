import { execFileSync } from "node:child_process";

/** Builds the package once, for the tests that run the command as people do, and for scenarios that import its types. */
export default function setup(): void {
  // No test opens a connection, and reading further certificates takes Node 20 longer than all else at its start.
  delete process.env.NODE_EXTRA_CA_CERTS;
  execFileSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" });
}
