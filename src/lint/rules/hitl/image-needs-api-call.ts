import { isCreateRequest } from "../../../catalog/hitl/app.ts";
import { CONTENT_TYPES, MEDIA_URLS, NEWER_CONTENT_TYPES } from "../../../catalog/hitl/contract.ts";
import { connectedModules } from "../../../model/connected-modules.ts";
import { isObject } from "../../../util/is-object.ts";
import { pointer } from "../../../util/json-pointer.ts";
import { SEVERITY } from "../../review-request-rule.ts";
import { defineRule } from "../../rule.ts";

/** Create Request asks about text alone: by its documentation it has no field for a picture. */
export const hitlImageNeedsApiCall = defineRule({
  id: "hitl/image-needs-api-call",
  category: "review",
  summary: "An image is to be reviewed through Create Request, which has no field for it",
  severity: SEVERITY.risky,
  since: "0.1.0",

  messages: {
    field: (d: { field: string }) => `Create Request has no field \`${d.field}\`, so its reviewers see text alone`,
  },

  check({ scenario, report }) {
    for (const module of connectedModules(scenario)) {
      const mapper: unknown = isCreateRequest(module.type) ? module.source.mapper : undefined;
      if (!isObject(mapper)) continue;
      const field = Object.keys(mapper).find((name) => isMedia(name, mapper[name]));
      if (field === undefined) continue;
      report("field", {
        at: { pointer: pointer(module.pointer, "mapper", field), key: true },
        data: { field },
        help: "Send the request with Make an API Call or over HTTP, whose body may have it",
      });
    }
  },
});

const URLS = new Set(Object.values(MEDIA_URLS));
const TYPES = new Set<unknown>([...CONTENT_TYPES, ...NEWER_CONTENT_TYPES].filter((type) => type !== "markdown"));

const isMedia = (name: string, value: unknown): boolean =>
  (URLS.has(name) && value !== "" && value !== null) || (name === "type" && TYPES.has(value));
