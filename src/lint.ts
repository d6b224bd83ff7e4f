// What the author of a rule, or of a configuration, imports.

export type { JsonPlace, Severity, TextRange } from "./diagnostics/diagnostic.ts";
export { type Config, type ConfigSuppression, defineConfig, type RuleSetting } from "./lint/define-config.ts";
export {
  type Collected,
  defineProjectRule,
  defineRule,
  type Fix,
  type ProjectRuleSpec,
  type Related,
  type Report,
  type Rule,
  type RuleContext,
  type RuleSpec,
} from "./lint/rule.ts";
export { connectedModules } from "./model/connected-modules.ts";
export { type MappedText, mappings } from "./model/mappings.ts";
export { describeModule, fieldPlace, modulePlace } from "./model/module-place.ts";
export { appOf, type Flow, type Module, next, previous, type Scenario } from "./model/scenario.ts";
