import { type Problem, ProblemError } from "../diagnostics/diagnostic.ts";
import { nearest } from "../util/nearest.ts";
import type { Preset, Rule, RuleSeverity } from "./rule.ts";
import { rules } from "./rules.generated.ts";

const SEVERITIES: readonly RuleSeverity[] = ["off", "info", "warning", "error"];

/**
 * How severe each rule is: as the preset says, but for those that were set one by one, `dangling-reference=off`. Throws
 * a `ProblemError` with all that are misspelt.
 */
export function severities(preset: Preset, settings: readonly string[] = []): (rule: Rule) => RuleSeverity {
  const own = new Map<string, RuleSeverity>();
  const problems: Problem[] = [];
  for (const setting of settings) {
    const [id = "", value = ""] = setting.split("=");
    const severity = SEVERITIES.find((candidate) => candidate === value);
    if (!rules.some((rule) => rule.id === id)) problems.push(unknownRule(id));
    else if (severity === undefined) {
      problems.push({ message: `\`${setting}\` sets no severity`, help: `Write ${id}=${SEVERITIES.join(", =")}` });
    } else own.set(id, severity);
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return (rule) => own.get(rule.id) ?? rule.severity[preset];
}

function unknownRule(id: string): Problem {
  const [similar] = nearest(
    id,
    rules.map((rule) => rule.id),
  );
  return {
    message: `There is no rule \`${id}\``,
    ...(similar === undefined ? {} : { help: `Did you mean \`${similar}\`?` }),
  };
}
