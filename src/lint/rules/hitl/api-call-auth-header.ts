import { isApiCall } from "../../../catalog/hitl/app.ts";
import { connectedModules } from "../../../model/connected-modules.ts";
import { isObject } from "../../../util/is-object.ts";
import { pointer } from "../../../util/json-pointer.ts";
import { SEVERITY } from "../../review-request-rule.ts";
import { defineRule } from "../../rule.ts";

/** The connection of the module holds the key: a second one is needed nowhere, and can leak. */
export const hitlApiCallAuthHeader = defineRule({
  id: "hitl/api-call-auth-header",
  category: "review",
  summary: "An API call of HITL.sh's app sends a key besides the one of its connection",
  severity: SEVERITY.risky,
  since: "0.1.0",
  fixable: "suggested",

  messages: {
    header: (d: { name: string }) =>
      `The connection already sends the key, so the header \`${d.name}\` is one too many`,
  },

  check({ scenario, report }) {
    for (const module of connectedModules(scenario)) {
      const headers: unknown = isApiCall(module.type) ? module.source.mapper?.headers : undefined;
      if (!Array.isArray(headers)) continue;
      headers.forEach((header: unknown, index) => {
        const key = isObject(header) ? ["key", "name"].find((one) => isKeyHeader(header[one])) : undefined;
        if (key === undefined || !isObject(header)) return;
        const path = pointer(module.pointer, "mapper", "headers", index);
        report("header", {
          at: { pointer: pointer(path, key) },
          data: { name: String(header[key]) },
          help: "Remove the header, and replace the key in HITL.sh if it was written out here",
          fix: { safety: "suggested", patch: [{ op: "remove", path }] },
        });
      });
    }
  },
});

const isKeyHeader = (name: unknown): boolean =>
  typeof name === "string" && /^\s*(?:authorization|x-api-key|api-key)\s*$/i.test(name);
