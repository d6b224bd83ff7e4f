import { boolean, freeFields, record, scenarioId } from "../field.ts";
import { app, documented, observed } from "../module.ts";

const scenarioService = app({ slug: "scenario-service", name: "Scenarios", version: 2 });

/** Marks a scenario that others call. It must be scheduled on demand; read its inputs from the scenario's inputs. */
export const start = scenarioService.starter("StartSubscenario", {
  label: "Start scenario",
  summary: "Starts the scenario when another one calls it.",
  evidence: documented("the mock blueprints of Make's TypeScript SDK"),
});

/** Gives what the called scenario returns: name its type, `call<{ total: number }>(…)`. */
export const call = scenarioService.action("CallSubscenario", {
  label: "Call a scenario",
  summary: "Runs another scenario of the team and gives what it returns.",
  parameters: {
    scenario: scenarioId(),
    shouldWaitForExecutionEnd: boolean("Wait for subscenario output").default(true).as("waitForOutput"),
  },
  mapper: { data: record("Scenario Inputs").as("inputs") },
  evidence: observed(2),
});

/** An output that is not given here is empty for the caller; Make does not complain. */
export const returnData = scenarioService.returner("ReturnData", {
  label: "Return output",
  summary: "Gives the outputs of the scenario to the one that called it.",
  mapper: { outputs: freeFields("Scenario Outputs") },
  evidence: observed(1),
});
