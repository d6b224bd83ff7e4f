import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule } from "../../model/module-place.ts";
import { ownTexts } from "../own-texts.ts";
import { defineRule } from "../rule.ts";

/** The address of one of Make's webhooks: whoever has it can start the scenario behind it. */
export const hookUrlInBlueprint = defineRule({
  id: "hook-url-in-blueprint",
  category: "security",
  summary: "The address of a webhook stands in the blueprint, and whoever has it can call it",
  severity: { recommended: "off", strict: "off", publish: "warning" },
  since: "0.1.0",

  messages: {
    address: (d: { module: string }) =>
      `\`${d.module}\` holds the address of a webhook, which anybody can call who reads it`,
  },

  check({ scenario, report }) {
    for (const module of connectedModules(scenario)) {
      for (const { text, pointer } of ownTexts(module)) {
        for (const match of text.includes("hook.") ? text.matchAll(HOOK) : []) {
          report("address", {
            at: { pointer, range: { start: match.index, end: match.index + match[0].length } },
            data: { module: describeModule(module) },
            help: "Keep it in a variable of the organization: `{{var.organization.hook}}`",
          });
        }
      }
    }
  },
});

/** `https://hook.eu1.make.com/…`; without what stands behind the host it opens nothing. */
const HOOK = /\bhttps?:\/\/hook\.(?:[a-z]{2}\d\.)?(?:make\.com|make\.celonis\.com|integromat\.com)\/[\w-]{6,}/g;
