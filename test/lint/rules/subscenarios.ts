// Scenarios that call each other, for the tests of several rules.

import { blueprint, type JsonObject, module, setVariable, webhook } from "../blueprints.ts";

/** Calls the scenario of this name and reads what it returns. */
export const caller = (
  {
    inputs = { customer: "{{1.customer}}" },
    read = "{{2.greeting}}",
    label = "Greeting",
    waits = true,
    id = 77,
  }: {
    readonly inputs?: unknown;
    readonly read?: string;
    /** As the editor shows the called scenario; empty where the file does not say. */
    readonly label?: string;
    readonly waits?: boolean;
    readonly id?: number;
  } = {},
  name = "Caller",
): JsonObject => ({
  ...blueprint([
    webhook(),
    module(2, "scenario-service:CallSubscenario", {
      version: 2,
      parameters: { scenario: `SCN_${id}`, shouldWaitForExecutionEnd: waits },
      mapper: { data: inputs },
      metadata: { designer: { x: 0, y: 0 }, ...(label && { restore: { parameters: { scenario: { label } } } }) },
    }),
    setVariable(3, read),
  ]),
  name,
});

interface Interface {
  readonly inputs?: readonly JsonObject[];
  readonly outputs?: readonly JsonObject[];
}

/** Is called, and returns these. */
export const callee = (
  { inputs = [{ name: "customer", type: "text", required: true }], outputs = [{ name: "greeting" }] }: Interface = {},
  returned: JsonObject | null = { greeting: "Hello {{var.input.customer}}" },
  more: JsonObject = {},
): JsonObject => ({
  ...blueprint([
    module(1, "scenario-service:StartSubscenario", { version: 2 }),
    ...(returned === null ? [] : [module(2, "scenario-service:ReturnData", { version: 2, mapper: returned })]),
  ]),
  name: "Greeting",
  io: { input_spec: inputs, output_spec: outputs },
  ...more,
});
