import { isApiCall } from "../../../catalog/hitl/app.ts";
import { connectedModules } from "../../../model/connected-modules.ts";
import { pointer } from "../../../util/json-pointer.ts";
import { SEVERITY } from "../../review-request-rule.ts";
import { defineRule } from "../../rule.ts";
import { textFix } from "../../text-fix.ts";

/** What is mapped may begin in any way. */
const PATH = /^\s*(?:\{\{|\/(?:api|test)(?:[/{?\s]|$))/;

/** The app's own API call knows the host and the version; a path begins behind them. */
export const hitlApiCallPath = defineRule({
  id: "hitl/api-call-path",
  category: "review",
  summary: "An API call of HITL.sh's app goes to an address that is no path of its API",
  severity: SEVERITY.risky,
  since: "0.1.0",
  fixable: "safe",

  messages: {
    address: (d: { start: string }) =>
      `The module adds the host and the version itself, so its address cannot begin with \`${d.start}\``,
    path: (d: { start: string }) => `HITL.sh has no address that begins with \`${d.start}\``,
  },

  check({ scenario, report }) {
    for (const module of connectedModules(scenario)) {
      const url: unknown = isApiCall(module.type) ? module.source.mapper?.url : undefined;
      if (typeof url !== "string" || url.trim() === "" || PATH.test(url)) continue;
      const [, blank = "", start = ""] = /^(\s*)((?:https?:\/\/[^/{?]*)?(?:\/?v1(?=[/{?]|$))?)/i.exec(url) ?? [];
      const word = start === "" ? (/^\/?[^/{?]*/.exec(url.trim())?.[0] ?? "") : start;
      const range = { start: blank.length, end: blank.length + word.length };
      report(start === "" ? "path" : "address", {
        at: { pointer: pointer(module.pointer, "mapper", "url"), range },
        data: { start: word },
        help: "Begin with `/api/`, as in `/api/requests/{id}`",
        fix: PATH.test(url.slice(range.end))
          ? textFix("safe", pointer(module.pointer, "mapper", "url"), url, [{ range, text: "" }])
          : undefined,
      });
    }
  },
});
