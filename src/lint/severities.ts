import { type Problem, ProblemError } from "../diagnostics/diagnostic.ts";
import { nearest } from "../util/nearest.ts";
import { quote } from "../util/quote.ts";
import { type Preset, type RuleSeverity, severityIn } from "./rule.ts";
import { rules } from "./rules.generated.ts";
import { type RuleSettings, suppressionRules } from "./suppression-rules.ts";

export const SEVERITIES: readonly RuleSeverity[] = ["off", "info", "warning", "error"];

export const RULES_HELP = "`cyanotype rules` lists all";

/** Severities that were set, by the id of the rule. */
export type RuleSeverities = ReadonlyMap<string, RuleSeverity>;

/** Every rule whose severity can be set. */
export const settableRules: readonly RuleSettings[] = [...rules, ...suppressionRules];

/**
 * How severe each rule is: as the preset says, but for those that were set one by one, `dangling-reference=off`, and
 * those that a configuration sets, of which later ones win. Throws a `ProblemError` with all that are misspelt.
 */
export function severities(
  preset: Preset,
  settings: readonly string[] = [],
  configured: readonly RuleSeverities[] = [],
  known: readonly RuleSettings[] = settableRules,
): (rule: RuleSettings) => RuleSeverity {
  const own = readSettings(settings, known);
  const layers = [...configured, own].reverse();
  return ({ id, severity }) => layers.find((layer) => layer.has(id))?.get(id) ?? severityIn(preset, severity);
}

/** Severities as they are written on the command line. */
function readSettings(settings: readonly string[], known: readonly RuleSettings[]): RuleSeverities {
  const own = new Map<string, RuleSeverity>();
  const problems: Problem[] = [];
  for (const setting of settings) {
    const [id = "", value = ""] = setting.split("=");
    const severity = SEVERITIES.find((candidate) => candidate === value);
    if (!isRule(id, known)) problems.push({ help: RULES_HELP, ...unknownRule(id, known) });
    else if (severity === undefined) {
      problems.push({ message: `\`${setting}\` sets no severity`, help: `Write ${id}=${SEVERITIES.join(", =")}` });
    } else own.set(id, severity);
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return own;
}

export const isRule = (id: string, known: readonly RuleSettings[] = settableRules): boolean =>
  known.some((rule) => rule.id === id);

/** What is told of a rule that there is not, with the one that was meant: spelt alike, or named by a part of its id. */
export function unknownRule(id: string, known: readonly RuleSettings[] = settableRules): Problem {
  const ids = known.map((rule) => rule.id);
  const [similar = id === "" ? undefined : ids.find((other) => other.includes(id.toLowerCase()))] = nearest(id, ids);
  return {
    message: `There is no rule ${quote(id)}`,
    ...(similar === undefined ? {} : { help: `Did you mean \`${similar}\`?` }),
  };
}
