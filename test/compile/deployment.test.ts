import { expect, test } from "vitest";
import { webhooks, zendesk } from "../../src/apps.ts";
import { compile } from "../../src/compile/compile.ts";
import { connection, type Settings, scenario, webhook } from "../../src/index.ts";
import type { Environment } from "../../src/model/environment.ts";
import { environment, wait } from "../dsl/printed.ts";

const LIMITS = { between: ["2027-01-01T00:00:00Z", "2027-12-31T00:00:00Z"] } as const;

test("what a blueprint cannot carry stands beside it", () => {
  const { deployment } = compile(
    scenario("Orders", { description: "What it is for", schedule: { daily: "09:00" } }, (flow) => {
      flow.step("Wait", wait);
    }),
    environment(),
  );
  expect(deployment).toEqual({
    version: 1,
    name: "Orders",
    description: "What it is for",
    scheduling: { type: "daily", time: "09:00" },
  });
});

test.for<[string, Settings["schedule"], object]>([
  ["an interval", { every: { minutes: 5 }, ...LIMITS }, { type: "immediately", ...LIMITS }],
  ["a time of day", { daily: "09:00" }, { type: "daily", time: "09:00" }],
])("a scenario that a webhook starts has no interval, and keeps the rest: %s", ([, schedule, expected]) => {
  const watched = scenario("Tickets", { schedule: schedule ?? "on demand" }, (flow) => {
    flow.trigger("New", zendesk.watchTickets({ connection: connection("desk"), webhook: webhook("in") }));
  });
  const given: Partial<Environment> = { modules: "certain", connections: { desk: 1 } };
  expect(compile(watched, environment(given)).deployment.scheduling).toEqual(expected);
});

test("the most runs in a minute are part of it", () => {
  const hooked = scenario("Orders", { schedule: { immediately: { maximumRunsPerMinute: 10 } } }, (flow) => {
    flow.trigger("In", webhooks.customWebhook({ webhook: webhook("in") }));
  });
  expect(compile(hooked, environment()).deployment.scheduling).toEqual({
    type: "immediately",
    maximum_runs_per_minute: 10,
  });
});
