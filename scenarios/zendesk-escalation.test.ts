// What the printed scenario does, tried with tickets of our own: that needs no account of Make, and costs no credit.

import { evaluateConditions } from "cyanotype/iml";
import { expect, test } from "vitest";
import ask from "../dist-blueprints/certain/support-escalation-ask.blueprint.json" with { type: "json" };

const manager = ask.flow.find(({ metadata }) => metadata.designer.name === "Ask the support manager");

test.for([
  ["urgent", true],
  ["high", true],
  ["normal", false],
  ["low", false],
] as const)("a ticket of the priority %s goes to the support manager: %s", ([priority, goes]) => {
  const conditions = manager?.filter?.conditions ?? [];
  const passes = evaluateConditions(conditions, { now: new Date(), bundle: () => ({ priority }) });
  expect(passes).toEqual({ ok: true, value: goes });
});
