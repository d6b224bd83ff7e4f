// Tells in one comment on the pull request what changes: the first run writes it, the later ones rewrite it.

import { existsSync, readFileSync } from "node:fs";
import { askGitHub, doOrTell } from "./github.mjs";

/** The comment is known by it; GitHub does not show it. */
const MARKER = "<!-- cyanotype check -->";
/** GitHub takes 65,536 characters. */
const LONGEST = 65_000;
const PER_PAGE = 100;

const { GITHUB_EVENT_PATH, GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_SERVER_URL, SUMMARY } = process.env;
const run = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`;

await doOrTell("The pull request got no comment", "pull-requests: write", async () => {
  const { number } = JSON.parse(readFileSync(GITHUB_EVENT_PATH, "utf8"));
  const body = `${MARKER}\n${summary()}\n`;
  const before = await findComment(number);
  if (before) await askGitHub("PATCH", `issues/comments/${before.id}`, { body });
  else await askGitHub("POST", `issues/${number}/comments`, { body });
  console.log(before ? "The comment was rewritten" : "The comment was written");
});

/** A check that could not run must not leave the good news of the last one standing. */
function summary() {
  const text = SUMMARY && existsSync(SUMMARY) ? readFileSync(SUMMARY, "utf8").trim() : "";
  if (text === "") return `**The check could not run.** [The log](${run}) tells why.`;
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, text.lastIndexOf("\n", LONGEST))}\n\nThe rest is too long for a comment: [the run](${run}) has all of it.`;
}

/** Anybody may write the marker; only what a program wrote is rewritten. */
async function findComment(number) {
  for (let page = 1; ; page++) {
    const comments = await askGitHub("GET", `issues/${number}/comments?per_page=${PER_PAGE}&page=${page}`);
    const found = comments.find(({ body, user }) => user?.type === "Bot" && body?.startsWith(MARKER));
    if (found || comments.length < PER_PAGE) return found;
  }
}
