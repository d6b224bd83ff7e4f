import { describe, expect, test } from "vitest";
import { lint } from "../../src/lint/linter.ts";
import type { Rule } from "../../src/lint/rule.ts";
import { aggregatorWithoutSource } from "../../src/lint/rules/aggregator-without-source.ts";
import { breakWithoutIncompleteExecutions } from "../../src/lint/rules/break-without-incomplete-executions.ts";
import { danglingReference } from "../../src/lint/rules/dangling-reference.ts";
import { directiveOutsideHandler } from "../../src/lint/rules/directive-outside-handler.ts";
import { duplicateModuleId } from "../../src/lint/rules/duplicate-module-id.ts";
import { filterOnFirstModule } from "../../src/lint/rules/filter-on-first-module.ts";
import { iteratorWithoutArray } from "../../src/lint/rules/iterator-without-array.ts";
import { routerWithoutRoutes } from "../../src/lint/rules/router-without-routes.ts";
import { triggerNotFirst } from "../../src/lint/rules/trigger-not-first.ts";
import { unreachableReference } from "../../src/lint/rules/unreachable-reference.ts";
import { buildScenario } from "../../src/model/scenario.ts";
import { filter, type JsonObject, module, router, setVariable, webhook } from "./blueprints.ts";

// What the editor puts on the clipboard: groups of modules, without what stood before, around and behind them.

function messagesOf(rule: Rule, ...groups: readonly (readonly JsonObject[])[]): readonly string[] {
  const json = { subflows: groups.map((flow) => ({ flow })), metadata: { version: 1 } };
  const flows = groups.map((modules, index) => ({ pointer: `/subflows/${index}/flow`, modules }));
  const scenario = buildScenario({ name: "", isFragment: true, flows, metadata: json.metadata });
  return lint({ scenario, json }, { severityOf: () => "warning", rules: [rule] }).map(({ messageId }) => messageId);
}

const post = (...onerror: readonly JsonObject[]) => module(5, "slack:CreateMessage", { version: 4, onerror });

describe("copied modules may leave behind", () => {
  test.for<[what: string, rule: Rule, copied: JsonObject]>([
    ["the modules that they read", danglingReference, setVariable(5, "{{1.name}}")],
    ["the routes of a router", routerWithoutRoutes, router(5, [])],
    ["the handler of a directive", directiveOutsideHandler, module(5, "builtin:Ignore")],
    ["the settings that Break needs", breakWithoutIncompleteExecutions, post(module(6, "builtin:Break"))],
    ["the module in front of a filter", filterOnFirstModule, setVariable(5, "", filter("{{1.a}}", "exist"))],
    ["the source of an aggregator", aggregatorWithoutSource, module(5, "util:TextAggregator")],
    ["the list of an iterator", iteratorWithoutArray, module(5, "builtin:BasicFeeder", { mapper: undefined })],
  ])("%s", ([, rule, copied]) => {
    expect(messagesOf(rule, [copied])).toEqual([]);
  });
});

test("a trigger may come first in each group", () => {
  expect(messagesOf(triggerNotFirst, [webhook(1)], [webhook(2), setVariable(3)])).toEqual([]);
  expect(messagesOf(triggerNotFirst, [setVariable(1), webhook(2)])).toEqual(["notFirst"]);
});

test("one group may read another, which may stand before it on the canvas", () => {
  expect(messagesOf(unreachableReference, [setVariable(1)], [setVariable(2, "{{1.v}}")])).toEqual([]);
  expect(messagesOf(unreachableReference, [setVariable(1, "{{2.v}}"), setVariable(2)])).toEqual(["later"]);
});

test("ids are unique over all groups", () => {
  expect(messagesOf(duplicateModuleId, [setVariable(1)], [setVariable(1)])).toEqual(["duplicate"]);
});
