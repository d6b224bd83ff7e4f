import * as scenarios from "../catalog/apps/scenarios.ts";
import type { Action } from "../catalog/module.ts";
import { bindingExpr } from "../model/binding.ts";
import type { Scenario } from "./scenario.ts";

/**
 * Runs another scenario, with its inputs, and gives its outputs. Its id stands under `scenarios` in the environment, by
 * the name of its files. `wait: false` starts it and goes on at once, without outputs.
 *
 * @example
 * flow.step("Book the invoice", callScenario(bookInvoice, { number: order.number }))
 */
export function callScenario<Inputs, Outputs>(
  scenario: Scenario<Inputs, Outputs>,
  inputs: Inputs,
  { wait = true }: { readonly wait?: boolean } = {},
): Action<Outputs> {
  return scenarios.call<Outputs>({
    scenario: bindingExpr("scenarios", scenario.slug),
    waitForOutput: wait,
    inputs: inputs as Readonly<Record<string, unknown>>,
  });
}
