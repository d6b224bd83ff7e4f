import { isObject } from "../util/is-object.ts";
import { writeJson } from "../util/write-json.ts";
import type { Blueprint, CopiedModules, JsonObject } from "./blueprint.ts";

/**
 * The text of a blueprint as a file: two spaces for each level, a line end at the end, and keys in the order of Make's
 * editor, so that what was printed and what was exported differ only in what they say. Keys that the editor does not
 * write stand behind those that it does, in their own order.
 */
export const writeBlueprint = (blueprint: Blueprint | CopiedModules | JsonObject): string =>
  `${writeJson(arrange(blueprint, "blueprint"), "  ")}\n`;

/**
 * For each kind of object its keys in the editor's order, some with the kind of the objects in them (at any depth of
 * arrays). What has no kind is an author's own data and keeps its order.
 *
 * The orders are those of most of 226 exports of the editor. These have no `branches`, `outputs` or `filters`, whose
 * order is that of the examples that Make publishes.
 */
const KEYS = {
  blueprint: ["name", ["subflows", "subflow"], ["flow", "module"], ["metadata", "metadata"], ["io", "io"]],
  subflow: [["flow", "module"]],
  io: ["input_spec", "output_spec"],
  metadata: ["instant", "version", ["scenario", "settings"], ["designer", "designer"], "zone", ["notes", "note"]],
  settings: [
    "roundtrips",
    "maxErrors",
    "autoCommit",
    "autoCommitTriggerLast",
    "sequential",
    "slots",
    "confidential",
    "dataloss",
    "dlq",
    "freshVariables",
  ],
  designer: [["orphans", "module"]],
  note: ["moduleIds", "content", "isFilterNote", "metadata"],
  module: [
    "id",
    "module",
    "version",
    "parameters",
    ["filter", "filter"],
    "mapper",
    ["metadata", "moduleMetadata"],
    ["flags", "flags"],
    ["routes", "route"],
    ["branches", "branch"],
    ["outputs", "output"],
    ["filters", "filter"],
    ["onerror", "module"],
    ["tools", "tool"],
  ],
  flags: ["groupBy", "stopIfEmpty"],
  moduleMetadata: [["designer", "moduleDesigner"], "restore", "parameters", "expect", "interface", "advanced"],
  moduleDesigner: ["x", "y", "name", ["messages", "message"]],
  message: ["category", "severity", "message"],
  filter: ["name", ["conditions", "condition"]],
  condition: ["a", "b", "o"],
  route: ["disabled", ["flow", "module"]],
  branch: ["type", "label", "merge", "disabled", ["conditions", "condition"], ["flow", "module"]],
  output: ["name", "mappings"],
  tool: ["name", "description", ["flow", "module"]],
} as const;

type Kind = keyof typeof KEYS;

function arrange(value: unknown, kind: Kind): unknown {
  if (Array.isArray(value)) return value.map((item) => arrange(item, kind));
  if (!isObject(value)) return value;

  const kinds = new Map<string, Kind | undefined>(
    KEYS[kind].map((entry) => (typeof entry === "string" ? [entry, undefined] : entry)),
  );
  const known = [...kinds.keys()].filter((key) => Object.hasOwn(value, key));
  const unknown = Object.keys(value).filter((key) => !kinds.has(key));
  return Object.fromEntries(
    [...known, ...unknown].map((key) => {
      const inner = kinds.get(key);
      return [key, inner === undefined ? value[key] : arrange(value[key], inner)];
    }),
  );
}
