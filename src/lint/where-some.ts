import { connectedModules } from "../model/connected-modules.ts";
import type { Module, Scenario } from "../model/scenario.ts";

/** The scenarios in which some module is so: a rule's `concerns`, where it has nothing to say of any other. */
export const whereSome =
  (isSo: (module: Module) => boolean) =>
  (scenario: Scenario): boolean =>
    connectedModules(scenario).some(isSo);
