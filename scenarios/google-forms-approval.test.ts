// What the printed scenario does, tried with answers of our own: that needs no account of Make, and costs no credit.

import { evaluateConditions } from "cyanotype/iml";
import { expect, test } from "vitest";
import act from "../dist-blueprints/certain/google-forms-approval-act.blueprint.json" with { type: "json" };

const router = act.flow.find(({ metadata }) => metadata.designer.name === "Decided or cancelled");

/** The routes that an answer with this status takes. */
const routesFor = (status: string) =>
  router?.routes
    ?.map(({ flow: [first] }) => first?.filter)
    .filter((filter) => {
      const isTaken = evaluateConditions(filter?.conditions ?? [], { now: new Date(), bundle: () => ({ status }) });
      return isTaken.ok && isTaken.value;
    })
    .map((filter) => filter?.name);

test.for([
  ["completed", ["Decided"]],
  // Nobody answered in time: the default is acted on as if somebody had given it.
  ["timeout", ["Decided"]],
  ["cancelled", ["Cancelled"]],
  ["pending", []],
] as const)("an answer that is %s takes the routes %j", ([status, routes]) => {
  expect(routesFor(status)).toEqual(routes);
});
