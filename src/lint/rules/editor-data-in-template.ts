import { connectedModules } from "../../model/connected-modules.ts";
import type { Module } from "../../model/scenario.ts";
import { isObject } from "../../util/is-object.ts";
import { pointer } from "../../util/json-pointer.ts";
import { defineRule, type Fix } from "../rule.ts";

/** What the editor of one account leaves in an export: captions of what was chosen there, forms, the data centre. */
export const editorDataInTemplate = defineRule({
  id: "editor-data-in-template",
  category: "structure",
  summary: "A blueprint for others carries what the editor of one account left in it",
  severity: { recommended: "off", strict: "off", publish: "warning" },
  since: "0.1.0",
  fixable: "suggested",

  messages: {
    modules: (d: { key: string; what: string; count: number }) =>
      `\`${d.key}\`, ${d.what}, is in ${d.count === 1 ? "a module" : `${d.count} modules`}`,
    zone: (d: { zone: string }) => `The blueprint says that it comes from \`${d.zone}\``,
    topLevel: (d: { key: string }) => `\`${d.key}\` is no part of a blueprint for others`,
  },

  check({ scenario, json, root, report }) {
    const { metadata, metadataPointer } = scenario;
    for (const key of scenario.isFragment || !isObject(json) ? [] : Object.keys(json)) {
      if (TOP_LEVEL.has(key)) continue;
      const path = root + pointer("", key);
      report("topLevel", {
        at: { pointer: path, key: true },
        data: { key },
        help: "Remove it",
        fix: { safety: "suggested", patch: [{ op: "remove", path }] },
      });
    }
    if (typeof metadata.zone === "string") {
      const at = { pointer: pointer(metadataPointer, "zone") };
      const fix: Fix = { safety: "suggested", patch: [{ op: "remove", path: at.pointer }] };
      report("zone", { at, data: { zone: metadata.zone }, help: "Remove `zone`", fix });
    }
    const modules = connectedModules(scenario);
    for (const [key, what] of Object.entries(EDITOR)) {
      const [first, ...others] = modules.filter(({ source }) => Object.hasOwn(source.metadata ?? {}, key));
      if (first === undefined) continue;
      const pathIn = (module: Module): string => pointer(module.pointer, "metadata", key);
      report("modules", {
        at: { pointer: pathIn(first), key: true },
        data: { key, what, count: others.length + 1 },
        help: "Remove it from the `metadata` of every module",
        fix: {
          safety: "suggested",
          patch: [first, ...others].map((module) => ({ op: "remove", path: pathIn(module) })),
        },
      });
    }
  },
});

const TOP_LEVEL: ReadonlySet<string> = new Set(["name", "description", "flow", "metadata"]);
const FORM = "a picture of a form that the editor draws anew";
/** What a module's `metadata` holds besides its place and its name. */
const EDITOR: Readonly<Record<string, string>> = {
  restore: "which names what was chosen in one account",
  expect: FORM,
  interface: FORM,
  parameters: FORM,
  advanced: "a switch of the editor",
};
