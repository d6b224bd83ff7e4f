import { connectedModules } from "../../model/connected-modules.ts";
import { isEmptySlot } from "../../model/empty-slot.ts";
import { describeModule, fieldPlace } from "../../model/module-place.ts";
import { appOf } from "../../model/scenario.ts";
import { defineRule, type Fix } from "../rule.ts";

/** Apps that exports have in version 0; all others begin with 1. */
const APPS_FROM_ZERO: ReadonlySet<string> = new Set(["ai-agent", "ai-local-agent", "code"]);

/** A module without the version of its app, or with one that is no whole number. */
export const badModuleVersion = defineRule({
  id: "bad-module-version",
  category: "structure",
  summary: "A module does not say which version of its app it belongs to",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",
  fixable: "safe",

  messages: {
    missing: (d: { module: string }) => `\`${d.module}\` has no version`,
    malformed: (d: { module: string; version: string }) =>
      `\`${d.version}\`, the version of \`${d.module}\`, is not a whole number`,
    zero: (d: { module: string; app: string }) =>
      `\`${d.module}\` has version \`0\`, but \`${d.app}\` begins with \`1\``,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      if (isEmptySlot(module)) continue;
      const version: unknown = module.source.version;
      if (Number.isInteger(version) && Number(version) > 0) continue;
      const at = fieldPlace(module, "version");
      const name = describeModule(module);
      const app = appOf(module.type);
      const declared = catalog.find(module.type)?.version;
      const help =
        declared === undefined
          ? "Write the major version of the app, as an export of the same module has it"
          : `Write the major version of the app: \`${declared}\``;

      if (version === undefined || version === null) {
        report("missing", { at, data: { module: name }, help });
      } else if (!Number.isInteger(version) || Number(version) < 0) {
        const fix: Fix | undefined =
          typeof version === "string" && /^\d{1,3}$/.test(version)
            ? { safety: "safe", patch: [{ op: "replace", path: at.pointer, value: Number(version) }] }
            : undefined;
        report("malformed", { at, data: { module: name, version: JSON.stringify(version) }, help, fix });
      } else if (version === 0 && declared !== 0 && !APPS_FROM_ZERO.has(app)) {
        report("zero", { at, data: { module: name, app }, help });
      }
    }
  },
});
