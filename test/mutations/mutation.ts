// A fault that somebody might make, seeded into a clean blueprint: what is changed, and what the linter must say.

import jsonPatch, { type Operation } from "fast-json-patch";
import { createLocator } from "../../src/blueprint/locate.ts";
import { readBlueprint } from "../../src/blueprint/read.ts";
import type { Span } from "../../src/diagnostics/diagnostic.ts";
import { type Finding, type LintInput, lint } from "../../src/lint/linter.ts";
import { createProject } from "../../src/lint/project.ts";
import type { Rule } from "../../src/lint/rule.ts";
import { rules } from "../../src/lint/rules.generated.ts";
import { scenarioOf } from "../../src/model/scenario-of.ts";
import { resolvePointer } from "../../src/util/json-pointer.ts";
import type { JsonObject } from "../lint/blueprints.ts";
import { type CleanName, clean } from "./clean.ts";

/**
 * A place in a blueprint: a JSON pointer, or one that begins at a module, named by its id: `5/mapper/url` is the URL of
 * module 5, wherever it stands.
 */
export type Place = string;

/** One step of a change; it sees what the steps before it have left. */
export type Change = (blueprint: JsonObject) => readonly Operation[];

export interface Mutation {
  /** What a person did wrong, in one sentence. */
  readonly fault: string;
  readonly in: CleanName;
  readonly change: Change | readonly Change[];
  /** Clean blueprints that are checked together with this one, in front of it. */
  readonly beside?: readonly CleanName[];
  /** The rule that must speak. */
  readonly finds: string;
  /** Where it must point. */
  readonly at: Place;
  /** What it must mark there: a part of the text, or the value. Left out for lists and objects. */
  readonly marks?: string | number | boolean | null;
  /** It marks the name that the value stands under. */
  readonly key?: true;
  /** Rules that speak because of the same fault. All others must be silent. */
  readonly also?: readonly string[];
}

/** Something that comes close to a fault and is none. */
export interface NearMiss {
  readonly name: string;
  readonly in: CleanName;
  readonly change: Change | readonly Change[];
  readonly beside?: readonly CleanName[];
}

/** Writes a value, over another one or where there is none. */
export const set =
  (at: Place, value: unknown): Change =>
  (blueprint) => {
    const path = pointerOf(blueprint, at);
    return [{ op: resolvePointer(blueprint, path) === undefined ? "add" : "replace", path, value }];
  };

/** Puts an item into a list, in front of the one that is there. */
export const insert =
  (at: Place, value: unknown): Change =>
  (blueprint) => [{ op: "add", path: pointerOf(blueprint, at), value }];

export const remove =
  (at: Place): Change =>
  (blueprint) => [{ op: "remove", path: pointerOf(blueprint, at) }];

export const move =
  (from: Place, to: Place): Change =>
  (blueprint) => [{ op: "move", from: pointerOf(blueprint, from), path: pointerOf(blueprint, to) }];

/** Changes a part of a text that is there once. */
export const edit =
  (at: Place, from: string, to: string): Change =>
  (blueprint) => {
    const path = pointerOf(blueprint, at);
    const text = resolvePointer(blueprint, path);
    if (typeof text !== "string") throw new TypeError(`There is no text at ${at}`);
    if (text.split(from).length !== 2) throw new TypeError(`\`${from}\` is not there once in ${text}`);
    return [{ op: "replace", path, value: text.replace(from, () => to) }];
  };

/** What a module's id or a pointer names, as a pointer. */
function pointerOf(blueprint: JsonObject, at: Place): string {
  if (at.startsWith("/")) return at;
  const [id = "", ...rest] = at.split("/");
  const module = pointerOfModule(blueprint, Number(id), "");
  if (module === undefined) throw new TypeError(`There is no module ${id}`);
  return [module, ...rest].join("/");
}

function pointerOfModule(value: unknown, id: number, at: string): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if ("module" in value && "id" in value && value.id === id) return at;
  for (const [key, item] of Object.entries(value)) {
    const found = pointerOfModule(item, id, `${at}/${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A clean blueprint with a change. */
export function mutated({ in: name, change }: Pick<Mutation, "in" | "change">): JsonObject {
  let blueprint: JsonObject = structuredClone(clean[name]);
  for (const step of [change].flat()) {
    blueprint = jsonPatch.applyPatch(blueprint, structuredClone([...step(blueprint)]), true).newDocument;
  }
  return blueprint;
}

/** What the linter says, and what it marks. */
export interface Marked {
  readonly finding: Finding;
  /** The text of the file that is underlined. */
  readonly underlined: string;
  /** What that stands for: a part of a text, or a value. */
  readonly value: unknown;
}

/**
 * Everything that the linter finds when it leaves nothing to luck, in a file as an editor writes it. A rule that no
 * preset turns on runs when it is asked for. Other blueprints may be checked together with it.
 */
export function check(blueprint: JsonObject, asked?: string, beside: readonly CleanName[] = []): readonly Marked[] {
  const text = JSON.stringify(blueprint, null, 2);
  const severityOf = ({ id, severity: { strict } }: Rule) => (strict === "off" && id === asked ? "info" : strict);
  const project = createProject(rules);
  const [own = []] = [...beside.map((name) => JSON.stringify(clean[name])), text]
    .map((file) => lint(readInput(file), { severityOf, rules, project }))
    .slice(-1);
  const between = project.check().filter(({ scenario }) => scenario === beside.length);
  const findings = [...own, ...between.map(({ finding, severity }) => ({ ...finding, severity }))];
  const locate = createLocator(text);
  return findings.map((finding) => {
    const underlined = textIn(text, locate(finding.at));
    return { finding, underlined, value: JSON.parse(finding.at.range ? `"${underlined}"` : underlined) };
  });
}

function readInput(text: string): LintInput {
  const read = readBlueprint(text);
  if (!read.ok) throw new SyntaxError(read.problems.map(({ message }) => message).join("\n"));
  const { document } = read;
  return { scenario: scenarioOf(document), json: document.blueprint, root: document.root };
}

function textIn(text: string, { line, column, endLine, endColumn }: Span): string {
  const lines = text.split("\n");
  const before = (end: number): number => lines.slice(0, end - 1).reduce((sum, { length }) => sum + length + 1, 0);
  return text.slice(before(line) + column - 1, before(endLine) + endColumn - 1);
}

/** The finding that a fault is there for: at the place, with the text. */
export function expectedIn(mutation: Mutation, blueprint: JsonObject, found: readonly Marked[]): Marked | undefined {
  const { finds, at, marks, key = false } = mutation;
  const path = pointerOf(blueprint, at);
  return found.find(({ finding, value }) => {
    if (finding.rule !== finds || finding.at.pointer !== path || (finding.at.key ?? false) !== key) return false;
    return marks === undefined ? typeof value === "object" && value !== null : value === marks;
  });
}
