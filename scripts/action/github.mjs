// What the steps of the action have in common: asking GitHub, and telling people.

const { GITHUB_API_URL = "https://api.github.com", GITHUB_REPOSITORY = "", GITHUB_TOKEN = "" } = process.env;

/** GitHub did not do what it was asked for. */
export class Refusal extends Error {
  constructor(status, message) {
    super(`${status} ${message}`);
    // From a fork, the token may only read; and code scanning is not there for every repository.
    this.isForbidden = [401, 403, 404].includes(status);
  }
}

/** Asks for something of this repository. */
export async function askGitHub(method, path, body) {
  const response = await fetch(`${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/${path}`, {
    method,
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${GITHUB_TOKEN}`,
      "x-github-api-version": "2022-11-28",
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  });
  const text = await response.text();
  const answer = read(text);
  if (!response.ok) throw new Refusal(response.status, answer?.message ?? response.statusText);
  return answer;
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Shows a line in the log and on the run's page: a notice, a warning or an error. */
export function tell(level, message) {
  const escaped = message.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  console.log(`::${level}::${escaped}`);
}

/** Does what is good to have: when it fails, people are told, and the verdict stays that of the check. */
export async function doOrTell(what, permission, work) {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refusal && error.isForbidden) {
      tell(
        "notice",
        `${what}: this run has no permission to (${error.message}). It wants \`${permission}\`, which GitHub never grants to a fork.`,
      );
    } else tell("warning", `${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
