// A fixed sample of what the linter says of genuine exports. Each was judged with the blueprint open; the verdicts stand in
// `verdicts.json`, by fingerprint, because the blueprints are other people's.

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { readBlueprint } from "../../../src/blueprint/read.ts";
import { fingerprint } from "../../../src/lint/fingerprint.ts";
import { type Finding, lint } from "../../../src/lint/linter.ts";
import { type Rule, severityIn } from "../../../src/lint/rule.ts";
import { scenarioOf } from "../../../src/model/scenario-of.ts";

const CORPUS = new URL("../../../../shared/corpus/", import.meta.url);
export const isCorpusThere = existsSync(CORPUS);

const SIZE = 200;
/** Of each rule at least so many, if there are: otherwise one rule would fill the sample. */
const OF_EACH_RULE = 12;

export interface Sampled {
  /** The file and the fingerprint, by which a verdict is found. */
  readonly key: string;
  readonly file: string;
  readonly text: string;
  readonly finding: Finding;
}

/** What the preset `recommended` says of genuine exports. */
function findingsOnExports(): readonly Sampled[] {
  const manifest = JSON.parse(readFileSync(new URL("MANIFEST.json", CORPUS), "utf8")) as {
    readonly files: readonly { readonly file: string; readonly kind: string; readonly split: string }[];
  };
  const found: Sampled[] = [];
  for (const { file } of manifest.files.filter(({ kind, split }) => kind === "export" && split === "dev")) {
    const text = readFileSync(new URL(file, CORPUS), "utf8");
    const read = readBlueprint(text);
    if (!read.ok) continue;
    const { blueprint, root } = read.document;
    const scenario = scenarioOf(read.document);
    const severityOf = (rule: Rule) => severityIn("recommended", rule.severity);
    for (const finding of lint({ scenario, json: blueprint, root }, { severityOf })) {
      found.push({ key: `${file} ${fingerprint(finding, scenario)}`, file, text, finding });
    }
  }
  return found;
}

/**
 * The sample of errors and warnings; those that look the same in one file are one. The order is that of hashes, so a new
 * rule or a changed one moves nothing else.
 */
export function sample(found: readonly Sampled[] = findingsOnExports()): readonly Sampled[] {
  const hash = ({ key }: Sampled): string => createHash("sha256").update(key).digest("hex");
  const told = found.filter(({ finding: { severity } }) => severity !== "info");
  const once = [...new Map(told.toReversed().map((one) => [one.key, one])).values()];
  const all = once.toSorted((a, b) => (hash(a) < hash(b) ? -1 : 1));
  const counts = new Map<string, number>();
  const first = all.filter(({ finding: { rule } }) => {
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
    return (counts.get(rule) ?? 0) <= OF_EACH_RULE;
  });
  const rest = all.filter((one) => !first.includes(one));
  return [...first, ...rest.slice(0, Math.max(0, SIZE - first.length))];
}

export interface Verdict {
  readonly rule: string;
  readonly isTrue: boolean;
  /** What was seen in the blueprint. */
  readonly why: string;
}

export const readVerdicts = (): Readonly<Record<string, Verdict>> =>
  JSON.parse(readFileSync(new URL("verdicts.json", import.meta.url), "utf8"));

/** The table in docs/corpus.md: what each rule says of genuine exports, and how much of the sample is true. */
export function precisionTable(): string {
  const found = findingsOnExports();
  const verdicts = readVerdicts();
  const sampled = sample(found);
  const rows = [...new Set(found.map(({ finding: { rule } }) => rule))].sort().map((rule) => {
    const own = found.filter(({ finding }) => finding.rule === rule);
    const judged = sampled.filter(({ finding }) => finding.rule === rule);
    const right = judged.filter(({ key }) => verdicts[key]?.isTrue);
    const files = new Set(own.map(({ file }) => file)).size;
    const inSample = judged.length > 0 ? `${judged.length} | ${right.length}` : " | ";
    return `| \`${rule}\` | ${own[0]?.finding.severity} | ${own.length} | ${files} | ${inSample} |`;
  });
  const head = "| rule | severity | findings | files | judged | true |\n| --- | --- | ---: | ---: | ---: | ---: |";
  return [head, ...rows].join("\n");
}
