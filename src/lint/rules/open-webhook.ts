import { connectedModules } from "../../model/connected-modules.ts";
import { mappings, moduleReferences } from "../../model/mappings.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import type { Module } from "../../model/scenario.ts";
import { defineRule } from "../rule.ts";

/** A webhook that anybody may call, whose data is written somewhere. */
export const openWebhook = defineRule({
  id: "open-webhook",
  category: "security",
  summary: "What comes in over a webhook is written without a visible check of who sent it",
  severity: { recommended: "off", strict: "off" },
  since: "0.1.0",

  messages: {
    open: (d: { hook: string; writer: string }) =>
      `\`${d.writer}\` writes what anybody sends to \`${d.hook}\`: nothing here checks who it was`,
  },

  check({ scenario, catalog, report }) {
    const modules = connectedModules(scenario);
    const [hook] = modules;
    if (hook?.type !== "gateway:CustomWebHook" || modules.some(checksSender)) return;
    const fromOutside = new Set([hook.id]);
    for (const module of modules) {
      if (![...moduleReferences(module)].some(({ reference }) => fromOutside.has(reference.root.id))) continue;
      fromOutside.add(module.id);
      if (module.type === ANSWER || catalog.find(module.type, module.version)?.writes !== true) continue;
      report("open", {
        at: modulePlace(hook),
        data: { hook: describeModule(hook), writer: describeModule(module) },
        help: "Give the webhook an API key or restrict its addresses in Make, or check a signature in a filter",
        related: [{ message: "What comes in is written here", at: modulePlace(module) }],
      });
      return;
    }
  },
});

/** It writes to nobody but the caller. */
const ANSWER = "gateway:WebhookRespond";

/** What a caller proves itself with, or a hash that is compared with one. */
const PROOF =
  /__IMTHEADERS__|\b(?:sha1|sha256|sha512|md5)\(|\.`?[\w-]*(?:token|secret|signature|hmac|api[_-]?key|passw|authorization)/i;

const checksSender = (module: Module): boolean => mappings(module).some(({ text = "" }) => PROOF.test(text));
