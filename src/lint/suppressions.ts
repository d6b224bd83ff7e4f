// Findings that somebody accepts, and what becomes of that: a suppression that hides nothing, or has run out, is found
// itself.

import type { JsonPlace } from "../diagnostics/diagnostic.ts";
import { moduleAt } from "../model/module-at.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Finding } from "./linter.ts";
import type { RuleSeverity } from "./rule.ts";
import { isRule, unknownRule } from "./severities.ts";
import {
  expiredSuppression,
  forbiddenSuppression,
  type RuleSettings,
  type SuppressionRule,
  unknownSuppression,
  unusedSuppression,
} from "./suppression-rules.ts";

/** Somebody's word that what a rule finds at a place is fine. */
export interface Suppression {
  readonly rule: string;
  readonly reason: string;
  /** The last day on which it holds, `2027-01-31`. */
  readonly expires?: string;
  readonly by: "source" | "configuration";
  /**
   * Where: anywhere in the scenario; in modules of this name (or of this type, without a name); or at pointers. That of
   * a module means the module without those on its routes, any other one everything below it.
   */
  readonly target: "scenario" | { readonly module: string } | { readonly pointers: readonly string[] };
}

export interface SuppressedFinding {
  readonly finding: Finding;
  readonly suppression: Suppression;
}

/** Which suppressions hold. */
export interface SuppressionOptions {
  readonly mandatory: ReadonlySet<string>;
  /** Today, `2027-01-31`. */
  readonly today: string;
  /** The rules that there are; without them, those that come with the linter. */
  readonly known?: readonly RuleSettings[];
}

/** Takes the findings that a suppression hides from the others. */
export function suppress(
  findings: readonly Finding[],
  scenario: Scenario,
  suppressions: readonly Suppression[],
  options: SuppressionOptions,
): { readonly kept: readonly Finding[]; readonly suppressed: readonly SuppressedFinding[] } {
  const holding = suppressions.filter((suppression) => faultOf(suppression, options) === undefined);
  if (holding.length === 0) return { kept: findings, suppressed: [] };
  const kept: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const suppression = holding.find((candidate) => hides(candidate, finding, scenario));
    if (suppression) suppressed.push({ finding, suppression });
    else kept.push(finding);
  }
  return { kept, suppressed };
}

function hides({ rule, target }: Suppression, { rule: found, at }: Finding, scenario: Scenario): boolean {
  if (rule !== found) return false;
  if (target === "scenario") return true;
  const module = moduleAt(scenario, at.pointer);
  if ("module" in target) return module !== undefined && (module.name ?? module.type) === target.module;
  return target.pointers.some((pointer) => {
    if (moduleAt(scenario, pointer)?.pointer === pointer) return module?.pointer === pointer;
    return at.pointer === pointer || at.pointer.startsWith(`${pointer}/`);
  });
}

interface Fault {
  readonly rule: SuppressionRule;
  readonly message: string;
  readonly help: string;
}

/** What keeps a suppression from holding at all. */
function faultOf({ rule, expires }: Suppression, { mandatory, today, known }: SuppressionOptions): Fault | undefined {
  if (!isRule(rule, known)) {
    const { message, help = "Remove the suppression" } = unknownRule(rule, known);
    return { rule: unknownSuppression, message: `${message} to suppress`, help };
  }
  if (mandatory.has(rule)) {
    return {
      rule: forbiddenSuppression,
      message: `\`${rule}\` is mandatory, so it cannot be suppressed`,
      help: "Mend what it finds, and remove the suppression",
    };
  }
  if (expires !== undefined && expires < today) {
    return {
      rule: expiredSuppression,
      message: `The suppression of \`${rule}\` ran out on ${expires}`,
      help: "Mend what it hid; or say until when it is fine, and why",
    };
  }
  return undefined;
}

const unused = ({ rule }: Suppression): Fault => ({
  rule: unusedSuppression,
  message: `\`${rule}\` is suppressed here, but finds nothing`,
  help: "Remove the suppression",
});

/** What is wrong with a suppression that stands at a place, once it is known whether it hides anything. */
export function checkSuppression(
  suppression: Suppression,
  {
    at,
    isUsed,
    severityOf,
    ...options
  }: SuppressionOptions & {
    readonly at: JsonPlace;
    readonly isUsed: boolean;
    readonly severityOf: (rule: SuppressionRule) => RuleSeverity;
  },
): readonly Finding[] {
  const fault = faultOf(suppression, options) ?? (isUsed ? undefined : unused(suppression));
  if (fault === undefined) return [];
  const severity = severityOf(fault.rule);
  if (severity === "off") return [];
  const { rule, message, help } = fault;
  return [{ rule: rule.id, messageId: "fault", message, help, at, related: [], severity }];
}
