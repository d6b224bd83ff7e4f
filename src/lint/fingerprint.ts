// What a finding is recognized by when the file has changed: what it says of which module, never where that stands or
// which number it has.

import type { JsonPlace, TextRange } from "../diagnostics/diagnostic.ts";
import { loadCrypto } from "../iml/lazy-modules.ts";
import { parseOnce } from "../iml/parse-once.ts";
import { templateReferences } from "../iml/references.ts";
import { moduleAt } from "../model/module-at.ts";
import type { Module, Scenario } from "../model/scenario.ts";
import { parsePointer, resolvePointer } from "../util/json-pointer.ts";
import type { RuleFinding } from "./rule.ts";

/** What of a finding its fingerprint is made of. */
export type Fingerprinted = Pick<RuleFinding, "rule" | "messageId" | "at">;

/**
 * A short text that stays the same while ids, positions on the canvas, the order of keys, lines and modules in front
 * change. Two findings that only differ in these have the same one: count them.
 */
export function fingerprint(finding: Fingerprinted, scenario: Scenario): string {
  const { rule, messageId, at } = finding;
  const { module, path, value } = placeIn(scenario, at);
  const said = [
    rule,
    messageId,
    module && nameOf(module),
    at.key ? `${path}#` : path,
    meaning(value, path, at, scenario),
  ];
  // A hash, because the value may be a secret.
  return loadCrypto().createHash("sha256").update(JSON.stringify(said)).digest("hex").slice(0, 20);
}

/** Where a finding is, as people say it, without numbers: `Tell the team › mapper › text`. */
export function describePlace({ at }: Fingerprinted, scenario: Scenario): string {
  const { module, path } = placeIn(scenario, at);
  return [...(module ? [nameOf(module)] : []), ...parsePointer(path)].join(" › ");
}

/** What a person calls a module. */
const nameOf = ({ name, type }: Module): string => name ?? type;

interface Placed {
  readonly module: Module | undefined;
  /** JSON pointer inside of the module, or of the blueprint. */
  readonly path: string;
  readonly value: unknown;
}

function placeIn(scenario: Scenario, { pointer }: JsonPlace): Placed {
  const module = moduleAt(scenario, pointer);
  if (module !== undefined) {
    const path = pointer.slice(module.pointer.length);
    return { module, path, value: resolvePointer(module.source, path) };
  }
  // A blueprint may be wrapped in an answer of the API.
  const root = scenario.metadataPointer.slice(0, -"/metadata".length);
  const path = pointer.startsWith(root) ? pointer.slice(root.length) : pointer;
  const value = path.startsWith("/metadata/")
    ? resolvePointer(scenario.metadata, path.slice("/metadata".length))
    : undefined;
  return { module, path, value };
}

/** Where ids of modules stand as plain values. */
const IDS = /^\/(?:id|parameters\/(?:feeder|target)|metadata\/notes\/\d+\/moduleIds\/\d+)$/u;

/** What the value says; nothing of objects and lists, at which a finding speaks of the place itself. */
function meaning(value: unknown, path: string, { range, key }: JsonPlace, scenario: Scenario): string {
  if (key || IDS.test(path) || value === undefined || (typeof value === "object" && value !== null)) return "";
  if (typeof value !== "string") return String(value);
  return withNames(value, range ?? { start: 0, end: value.length }, scenario);
}

/** A part of a text, with the names of modules in place of their ids. */
function withNames(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  scenario: Scenario,
): string {
  if (!text.includes("{{")) return text.slice(start, end);
  const ids = idsIn(text, scenario);
  const parts: string[] = [];
  let from = start;
  for (let index = firstFrom(start, ids); index < ids.length; index++) {
    const { id, range } = ids[index] as ModuleId;
    if (range.end > end) break;
    const module = scenario.find(id);
    parts.push(text.slice(from, range.start), module ? nameOf(module) : "?");
    from = range.end;
  }
  return [...parts, text.slice(from, end)].join("");
}

/** The id of a module within a text. */
interface ModuleId {
  readonly id: number;
  readonly range: TextRange;
}

/** Where a text names modules, in its order. Thousands of findings may be in the same one. */
function idsIn(text: string, scenario: Scenario): readonly ModuleId[] {
  const texts = known.get(scenario) ?? new Map<string, readonly ModuleId[]>();
  known.set(scenario, texts);
  let ids = texts.get(text);
  if (ids === undefined) {
    ids = templateReferences(parseOnce(text).template).flatMap(({ root }) =>
      root.kind === "module" && root.range !== undefined ? [{ id: root.id, range: root.range }] : [],
    );
    texts.set(text, ids);
  }
  return ids;
}

const known = new WeakMap<Scenario, Map<string, readonly ModuleId[]>>();

/** The first of the ids that begins at an offset or behind it. */
function firstFrom(offset: number, ids: readonly ModuleId[]): number {
  let [first, behind] = [0, ids.length];
  while (first < behind) {
    const middle = (first + behind) >> 1;
    if ((ids[middle] as ModuleId).range.start < offset) first = middle + 1;
    else behind = middle;
  }
  return first;
}
