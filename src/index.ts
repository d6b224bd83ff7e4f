// What a scenario's author imports.

export * as field from "./catalog/field.ts";
export { type Action, type Aggregator, app, observed, type Trigger } from "./catalog/module.ts";
export { ProblemError } from "./diagnostics/diagnostic.ts";
export {
  connection,
  dataStoreId,
  dataStructure,
  env,
  key,
  scenarioId,
  type Webhook,
  webhook,
} from "./dsl/bindings.ts";
export { callScenario } from "./dsl/call-scenario.ts";
export { coerce } from "./dsl/coerce.ts";
export {
  all,
  any,
  array,
  boolean,
  type Condition,
  date,
  exists,
  notExists,
  number,
  text,
  time,
  version,
} from "./dsl/conditions.ts";
export { type DataStore, dataStore } from "./dsl/data-store.ts";
export { always, branch, type ErrorFlow, type Flow, fallback, route, type StepOptions, tool } from "./dsl/flow.ts";
export { fragment } from "./dsl/fragment.ts";
export { fn } from "./dsl/functions.ts";
export { type Handler, onError } from "./dsl/handlers.ts";
export { customFunction, op } from "./dsl/operators.ts";
export { raw } from "./dsl/raw.ts";
export {
  booleanAnswer,
  multiSelect,
  numberAnswer,
  type ResponseType,
  rating,
  singleSelect,
  textAnswer,
} from "./dsl/response.ts";
export { type Review, review } from "./dsl/review.ts";
export { type Scenario, scenario } from "./dsl/scenario.ts";
export type { Settings } from "./dsl/settings.ts";
export { iml } from "./dsl/text.ts";
export {
  executionId,
  keywords,
  now,
  organizationVariable,
  pi,
  random,
  teamVariable,
  thisScenario,
  timestamp,
  uuid,
} from "./dsl/variables.ts";
export type { Expr, Ref, Value } from "./model/expression.ts";
