// A scenario that calls another one, and the one that is called.

import { resuming, scenario, step } from "./build.ts";

export const greetingCaller = scenario("Greeting: caller", [
  step(1, "gateway:CustomWebHook@1", "Who?", { parameters: { hook: 5_530, maxResults: 1 } }),
  {
    ...step(2, "scenario-service:CallSubscenario@2", "Look them up", {
      parameters: { scenario: "SCN_77", shouldWaitForExecutionEnd: true },
      mapper: { data: { customer: "{{1.customer}}" } },
      ...resuming(3, { greeting: "Hello!" }),
    }),
    metadata: {
      designer: { x: 600, y: 0, name: "Look them up" },
      restore: { parameters: { scenario: { label: "Greeting: callee" } } },
    },
  },
  step(4, "gateway:WebhookRespond@1", "Greet them", {
    mapper: { status: "200", body: "{{2.greeting}}", headers: [{ key: "Content-Type", value: "text/plain" }] },
  }),
]);

export const greetingCallee = {
  ...scenario("Greeting: callee", [
    step(1, "scenario-service:StartSubscenario@2", "Start"),
    step(2, "datastore:GetRecord@1", "Customer", {
      parameters: { datastore: 904 },
      mapper: { key: "{{var.input.customer}}", returnWrapped: false },
      ...resuming(3, { name: "you" }),
    }),
    step(4, "scenario-service:ReturnData@2", "Greeting", { mapper: { greeting: "Hello {{2.name}}!" } }),
  ]),
  io: {
    input_spec: [{ name: "customer", type: "text", required: true }],
    output_spec: [{ name: "greeting", type: "text" }],
  },
};
