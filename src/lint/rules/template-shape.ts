import type { JsonPlace } from "../../diagnostics/diagnostic.ts";
import { connectedModules } from "../../model/connected-modules.ts";
import { describeFlow } from "../../model/describe-flow.ts";
import { describeModule, fieldPlace, modulePlace } from "../../model/module-place.ts";
import { isObject } from "../../util/is-object.ts";
import { pointer } from "../../util/json-pointer.ts";
import { kindOf } from "../kind-of.ts";
import { defineRule } from "../rule.ts";

/** Names in Make's collection of blueprints have at most so many characters. */
const MAX_NAME = 120;

// Make imports more than its own collection of blueprints takes. These are the demands of that collection which have no
// rule of their own, because a scenario that does not meet them works.

/** What Make's editor forgives, and its collection of blueprints does not. */
export const templateShape = defineRule({
  id: "template-shape",
  category: "structure",
  summary: "A blueprint for others is not shaped as Make's collection of blueprints asks",
  severity: { recommended: "off", strict: "off", publish: "error" },
  since: "0.1.0",
  fixable: "safe",

  messages: {
    noName: () => "The scenario has no name",
    longName: (d: { length: number }) => `The name has ${d.length} characters, and may have ${MAX_NAME}`,
    noSettings: () => "The settings of the scenario are missing",
    noOrphans: () => "The list of modules that hang on nothing is missing",
    noPosition: (d: { module: string }) => `\`${d.module}\` has no place on the canvas`,
    mapper: (d: { module: string }) => `\`${d.module}\` has a mapper, though there is nothing to map`,
    noBranches: (d: { module: string }) => `\`${d.module}\` has no branches`,
    nested: (d: { module: string; branch: string }) => `${d.branch} branches again, with \`${d.module}\``,
    noOutputs: (d: { module: string }) => `\`${d.module}\` gives nothing out`,
  },

  check({ scenario, catalog, json, root, report }) {
    if (scenario.isFragment) return;
    const { name, metadata, metadataPointer } = scenario;
    const top = (key: string): JsonPlace => ({ pointer: root + pointer("", key) });
    if (name.trim() === "") report("noName", { at: top("name"), help: "Say in a few words what the scenario does" });
    if (name.length > MAX_NAME) {
      report("longName", { at: top("name"), data: { length: name.length }, help: "Put the rest into the description" });
    }
    const at = { pointer: metadataPointer };
    if (!isObject(metadata.scenario)) report("noSettings", { at, help: "Add `scenario`, as an export has it" });
    if (!isObject(metadata.designer) || !Array.isArray(metadata.designer.orphans)) {
      const isMissing = isObject(json) && isObject(json.metadata) && metadata.designer === undefined;
      const path = pointer(metadataPointer, "designer");
      report("noOrphans", {
        at,
        help: 'Add `"designer": { "orphans": [] }`',
        fix: isMissing ? { safety: "safe", patch: [{ op: "add", path, value: { orphans: [] } }] } : undefined,
      });
    }

    for (const module of connectedModules(scenario)) {
      const kind = kindOf(module, catalog);
      const data = { module: describeModule(module) };
      const designer = module.source.metadata?.designer;
      if (typeof designer?.x !== "number" || typeof designer.y !== "number") {
        const help = "Write `x` and `y`: each module stands about 300 to the right of the one before";
        report("noPosition", { at: fieldPlace(module, "metadata", "designer"), data, help });
      }
      if (kind === "router" || kind === "if-else" || kind === "merge") {
        const { mapper } = module.source;
        if (mapper !== null && (mapper !== undefined || kind !== "merge")) {
          report("mapper", {
            at: fieldPlace(module, "mapper"),
            data,
            help: 'Write `"mapper": null`',
            fix: { safety: "safe", patch: [{ op: "add", path: pointer(module.pointer, "mapper"), value: null }] },
          });
        }
      }
      if (kind === "if-else" && module.branches.length === 0) {
        report("noBranches", {
          at: modulePlace(module),
          data,
          help: "Add a branch for each case, or remove the module",
        });
      }
      if (kind === "merge" && (module.source.outputs ?? []).length === 0) {
        report("noOutputs", { at: modulePlace(module), data, help: "Add an output with a mapping for each branch" });
      }
      // Branches that are to be merged have a rule of their own, since there Make refuses it as well.
      if (
        (kind === "router" || kind === "if-else") &&
        module.flow.kind === "branch" &&
        module.flow.source?.merge !== true
      ) {
        report("nested", {
          at: modulePlace(module),
          data: { ...data, branch: describeFlow(module.flow) },
          help: "Add branches to the outer if-else instead",
        });
      }
    }
  },
});
