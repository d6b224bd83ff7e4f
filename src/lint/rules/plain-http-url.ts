import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule } from "../../model/module-place.ts";
import { appOf } from "../../model/scenario.ts";
import { pointer } from "../../util/json-pointer.ts";
import { defineRule } from "../rule.ts";

const PLAIN_HTTP = /^\s*(http:\/\/)/di;

/** A request over `http://`: everybody on the way can read and change it. */
export const plainHttpUrl = defineRule({
  id: "plain-http-url",
  category: "security",
  summary: "A request goes over `http://`, so that others on the way can read and change it",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",
  fixable: "suggested",

  messages: {
    plain: (d: { module: string }) => `\`${d.module}\` sends its request unencrypted`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      for (const domain of ["parameters", "mapper"] as const) {
        const url: unknown = module.source[domain]?.url;
        if (typeof url !== "string") continue;
        const declaration = catalog.find(module.type, module.version);
        const isAddress = appOf(module.type) === "http" || declaration?.[domain]?.url?.spec.type === "url";
        if (!isAddress) continue;
        const [start, end] = PLAIN_HTTP.exec(url)?.indices?.[1] ?? [];
        if (start === undefined || end === undefined) continue;
        report("plain", {
          at: { pointer: pointer(module.pointer, domain, "url"), range: { start, end } },
          data: { module: describeModule(module) },
          help: "Write `https://`; a server without it should not be sent anything that matters",
          fix: {
            safety: "suggested",
            patch: [
              {
                op: "replace",
                path: pointer(module.pointer, domain, "url"),
                value: `${url.slice(0, start)}https://${url.slice(end)}`,
              },
            ],
          },
        });
      }
    }
  },
});
