import type { Data } from "../../blueprint/blueprint.ts";
import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import { isObject } from "../../util/is-object.ts";
import { defineRule } from "../rule.ts";
import { writes } from "../writes.ts";

/** A Break that retries what must not be done twice: when only the answer was lost, it was done already. */
export const retryMayWriteTwice = defineRule({
  id: "retry-may-write-twice",
  category: "reliability",
  summary: "A change that is tried again may be made twice",
  // Most services have no key for this, and a second mail is often better than none.
  severity: { recommended: "off", strict: "off" },
  since: "0.1.0",

  messages: {
    twice: (d: { module: string }) => `What \`${d.module}\` does may be done twice when it is tried again`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      const retry = module.handler?.modules.find(
        ({ type, source }) => type === "builtin:Break" && isOn(source.mapper?.retry),
      );
      if (retry === undefined || !writes(module, catalog)) continue;
      const declaration = catalog.find(module.type, module.version);
      if (declaration?.repeatable || hasIdempotencyKey(module.source.mapper)) continue;
      report("twice", {
        at: modulePlace(retry),
        data: { module: describeModule(module) },
        help: "Give the service a key that it recognises a repetition by, or look first whether it was done",
        related: [{ message: "This is done again", at: modulePlace(module) }],
      });
    }
  },
});

const isOn = (retry: unknown): boolean => retry === true || retry === "true" || retry === "{{true}}";

/** A header or a field such as `Idempotency-Key` or `x-idempotency-key`. */
function hasIdempotencyKey(mapper: Data<unknown> | undefined): boolean {
  return isObject(mapper) && Object.entries(mapper).some(([key, value]) => isKey(key) || hasHeader(value));
}

const isKey = (name: unknown): boolean => typeof name === "string" && /idempoten/i.test(name);

const hasHeader = (list: unknown): boolean =>
  Array.isArray(list) && list.some((item: unknown) => isObject(item) && (isKey(item.name) || isKey(item.key)));
