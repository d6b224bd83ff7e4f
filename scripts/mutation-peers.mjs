// What general tools say to the mutation suite: JSON Schema (the published schema, run by ajv), ESLint with the rules of
// @eslint/json, and Spectral with the rules that bench/peers/spectral.json gives it. The last two are installed by
// `npm ci --prefix bench/peers`.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";

const root = fileURLToPath(new URL("..", import.meta.url));
const peers = join(root, "bench/peers");

/** The names of the peers that are installed. */
export const installedPeers = ["ajv", ...(existsSync(join(peers, "node_modules")) ? ["ESLint", "Spectral"] : [])];

/**
 * For each peer, the blueprints that it tells from their originals: it says something of them that it does not say, or
 * says less often, of the original. `pairs` are blueprints with what they were before.
 */
export function tellApart(pairs) {
  const folder = mkdtempSync(join(tmpdir(), "cyanotype-mutations-"));
  try {
    const names = new Map([...new Set(pairs.flat())].map((blueprint, index) => [blueprint, `${index}.json`]));
    for (const [blueprint, name] of names) writeFileSync(join(folder, name), JSON.stringify(blueprint, null, 2));
    const blueprints = [...names.keys()];
    return Object.fromEntries(
      installedPeers.map((peer) => {
        const said = PEERS[peer]({ blueprints, names, folder });
        const of = (blueprint) => said.get(names.get(blueprint)) ?? new Map();
        const isTold = ([mutated, original]) =>
          [...of(mutated)].some(([what, times]) => times > (of(original).get(what) ?? 0));
        return [peer, pairs.map(isTold)];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each gives what it says of each file: what it found, and how often. */
const PEERS = {
  ajv({ blueprints, names }) {
    const schema = JSON.parse(readFileSync(join(root, "schemas/blueprint.schema.json"), "utf8"));
    const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
    return counted(
      blueprints.flatMap((blueprint) =>
        validate(blueprint) ? [] : validate.errors.map(({ schemaPath }) => [names.get(blueprint), schemaPath]),
      ),
    );
  },
  ESLint({ folder }) {
    const args = ["eslint/bin/eslint.js", "--config", join(peers, "eslint.config.js"), "--format", "json", folder];
    return counted(
      run(args).flatMap(({ filePath, messages }) => messages.map(({ ruleId }) => [basename(filePath), ruleId])),
    );
  },
  Spectral({ folder }) {
    const args = ["lint", "--ruleset", join(peers, "spectral.json"), "--format", "json", "--quiet"];
    const files = join(folder, "*.json");
    return counted(
      run(["@stoplight/spectral-cli/dist/index.js", ...args, files]).map(({ source, code }) => [
        basename(source),
        code,
      ]),
    );
  },
};

function run([script, ...args]) {
  const { stdout, stderr } = spawnSync(process.execPath, [join(peers, "node_modules", script), ...args], {
    cwd: "/",
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`${script} does not answer in JSON: ${stderr || stdout}`);
  }
}

function counted(findings) {
  const said = new Map();
  for (const [file, what] of findings) {
    const counts = said.get(file) ?? new Map();
    said.set(file, counts.set(what, (counts.get(what) ?? 0) + 1));
  }
  return said;
}
