import type { RuleId } from "../diagnostics/rule-ids.generated.ts";
import type { Preset, RuleSeverity } from "./rule.ts";
import type { SuppressionRuleId } from "./suppression-rules.ts";

/** A severity, or a severity and options of the rule: `{ severity: "warning", most: 3 }`. */
export type RuleSetting = RuleSeverity | { readonly severity?: RuleSeverity; readonly [option: string]: unknown };

/** Settings by the id of the rule. Rules of a project's own begin with `own/`. */
export type ConfigRules = {
  readonly [Id in RuleId | SuppressionRuleId | `own/${string}`]?: RuleSetting;
};

/** A finding that somebody accepts, in one module or at one place. */
export type ConfigSuppression = {
  readonly rule: RuleId | `own/${string}`;
  /** Patterns of files; without any, it holds for all. */
  readonly files?: readonly string[];
  readonly reason: string;
  /** The last day, as 2027-01-31. */
  readonly expires?: string;
} & (
  | { /** Its name on the canvas. */ readonly module: string; readonly pointer?: never }
  | { /** JSON pointer; "" is the whole file. */ readonly pointer: string; readonly module?: never }
);

/** What the linter checks, and how strictly. Paths and patterns are seen from the folder of the configuration. */
export interface Config {
  /** The preset to start from, `recommended` by default; of several, the later ones win. */
  readonly extends?: Preset | readonly Preset[];
  readonly rules?: ConfigRules;
  /** Rules that are more or less severe in some files; of several that fit, the later ones win. */
  readonly overrides?: readonly { readonly files: readonly string[]; readonly rules: ConfigRules }[];
  /** Files that are not checked at all. */
  readonly ignores?: readonly string[];
  readonly suppressions?: readonly ConfigSuppression[];
  /** Rules that nobody can switch off, suppress, or keep in a baseline. */
  readonly mandatory?: readonly (RuleId | `own/${string}`)[];
  /** Functions that your organization made. */
  readonly customFunctions?: readonly string[];
  /** Folders and files that `cyanotype modules learn` has written. */
  readonly knownModules?: readonly string[];
  /** TypeScript files with rules of your own. */
  readonly plugins?: readonly string[];
}

/** The configuration of a project, for `cyanotype.config.ts`: `export default defineConfig({ … })`. */
export const defineConfig = (config: Config): Config => config;
