import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, fieldPlace } from "../../model/module-place.ts";
import { defineRule } from "../rule.ts";

/** Versions that no export has, but that an example of Make's own does. */
const IN_EXAMPLES: ReadonlySet<string> = new Set(["scenario-service:ReturnData@1"]);

/**
 * A module in a version of its app that no export has. The versions that were seen are a sample, and apps get new ones, so
 * this is a hint and no more.
 */
export const unknownModuleVersion = defineRule({
  id: "unknown-module-version",
  category: "configuration",
  summary: "A module is in a version of its app that was never seen in an export",
  severity: { recommended: "off", strict: "info" },
  since: "0.1.0",

  messages: {
    unseen: (d: { module: string; version: number; seen: string }) =>
      `\`${d.module}\` has version ${d.version}, but was only seen with ${d.seen}`,
  },

  check({ scenario, catalog, report }) {
    const seen = new Map<string, readonly number[]>();
    for (const module of connectedModules(scenario)) {
      const { type, version } = module;
      // What is no version at all is told by another rule.
      if (version === undefined || !Number.isInteger(version) || version < 1) continue;
      if (catalog.find(type, version)?.version === version || IN_EXAMPLES.has(`${type}@${version}`)) continue;
      const versions = seen.get(type) ?? versionsOf(type);
      seen.set(type, versions);
      if (versions.length === 0) continue;
      report("unseen", {
        at: fieldPlace(module, "version"),
        data: { module: describeModule(module), version, seen: versions.join(" and ") },
        help: "Check the version against an export of the same module from your own account",
      });
    }

    function versionsOf(type: string): readonly number[] {
      return catalog.modules
        .filter(({ module, evidence }) => module === type && evidence.level === "observed")
        .map((declaration) => declaration.version);
    }
  },
});
