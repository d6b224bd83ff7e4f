import { validateBlueprint } from "../../schema/blueprint.ts";
import { pointer } from "../../util/json-pointer.ts";
import { defineRule } from "../rule.ts";

/** A blueprint that is not shaped as Make's editor writes it, where no other rule says so in better words. */
export const blueprintShape = defineRule({
  id: "blueprint-shape",
  category: "structure",
  summary: "A part of the blueprint is missing or of the wrong type",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    misshapen: (d: { problem: string }) => d.problem,
  },

  check({ scenario, json, root, report }) {
    const modules = new Set(scenario.modules.map((module) => module.pointer));
    for (const { message, help, ...place } of validateBlueprint(json)) {
      const at = { ...place, pointer: root + place.pointer };
      if (hasOwnRule(at.pointer, message, modules)) continue;
      report("misshapen", {
        at,
        data: { problem: message },
        help: help ?? "Compare with an export of Make's editor",
      });
    }
  },
});

const MISSING = /^`(\w+)` is missing$/;
const MODULE_PROPERTY = /^(.*)\/(?:id|module|version|routes|parameters\/else)$/;
const OPERATOR = /\/conditions\/\d+\/\d+\/o$/;
const LEFT_OPERAND = /\/conditions\/\d+\/\d+\/a$/;

/** Other rules look at the same things in the modules that the scenario has, at the operators of conditions, and at what conditions lack. */
function hasOwnRule(at: string, message: string, modules: ReadonlySet<string>): boolean {
  const missing = MISSING.exec(message)?.[1];
  const place = missing === undefined ? at : pointer(at, missing);
  const module = MODULE_PROPERTY.exec(place)?.[1];
  return (
    (module !== undefined && modules.has(module)) ||
    OPERATOR.test(place) ||
    (missing !== undefined && LEFT_OPERAND.test(place))
  );
}
