// Uploads the report to code scanning.

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { askGitHub, doOrTell } from "./github.mjs";

const { GITHUB_REF, GITHUB_SHA, REPORT } = process.env;

await doOrTell("The findings were not uploaded to code scanning", "security-events: write", async () => {
  await askGitHub("POST", "code-scanning/sarifs", {
    commit_sha: GITHUB_SHA,
    ref: GITHUB_REF,
    sarif: gzipSync(readFileSync(REPORT)).toString("base64"),
    tool_name: "cyanotype",
  });
  console.log("The findings were uploaded to code scanning");
});
