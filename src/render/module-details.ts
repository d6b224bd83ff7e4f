// What a page tells about a module when somebody asks: what it is given, with the names of modules in mappings.

import { withNames } from "../model/describe-conditions.ts";
import { moduleAt } from "../model/module-at.ts";
import type { Module, Scenario } from "../model/scenario.ts";
import { asText } from "../util/as-text.ts";
import { isObject } from "../util/is-object.ts";
import type { ChangeMark, DrawnChange } from "./change-marks.ts";
import type { MarkedFinding } from "./finding-marks.ts";
import { harmless } from "./harmless.ts";
import type { Cover, Picture } from "./picture.ts";

export interface ModuleDetails {
  readonly title: string;
  readonly subtitle: string;
  readonly id: string;
  /** `app:Module`. */
  readonly type: string;
  readonly color: string;
  /** When it runs, where a filter says so. */
  readonly when: string | undefined;
  readonly notes: readonly string[];
  readonly findings: readonly { readonly severity: string; readonly message: string }[];
  /** What has become of it, in a picture of a change. */
  readonly change?: ChangeMark;
  /** What it is given, field by field. */
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** More than this nobody reads. */
const MOST_FIELDS = 200;
const LONGEST_VALUE = 4000;
const DEEPEST = 20;

/** The details of each module, in reading order. */
export function detailsOf(
  picture: Picture,
  findings: readonly MarkedFinding[],
  cover: Cover,
  change?: DrawnChange,
): readonly ModuleDetails[] {
  const { scenario, cardOf, gateBefore } = picture;
  const show = withNames(new Map(scenario.modules.map((module) => [module.id, cardOf(module).title])));
  const byModule = groupByModule(scenario, findings);
  return scenario.modules.map((module) => {
    const { title, subtitle, id, color, notes } = cardOf(module);
    const mark = change?.marks.get(module.pointer);
    return {
      title,
      subtitle,
      id,
      type: harmless(module.type),
      color,
      when: gateBefore(module)?.words,
      notes,
      findings: (byModule.get(module) ?? []).map(({ severity, message }) => ({ severity, message: harmless(message) })),
      ...(mark ? { change: mark } : {}),
      fields: fieldsOf(module, (text) => visible(cover(text.includes("{{") ? show(text) : text))),
    };
  });
}

function groupByModule(scenario: Scenario, findings: readonly MarkedFinding[]) {
  const byModule = new Map<Module, MarkedFinding[]>();
  for (const finding of findings) {
    const module = moduleAt(scenario, finding.pointer);
    if (module === undefined) continue;
    const found = byModule.get(module);
    if (found) found.push(finding);
    else byModule.set(module, [finding]);
  }
  return byModule;
}

/** Line by line, because texts of several lines are read as such. */
const visible = (text: string): string => {
  const cut = text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
  return cut
    .split(/\r\n?|\n/u)
    .map(harmless)
    .join("\n");
};

/** Parameters and mapper without their nesting: `body.items[1].name`. */
function fieldsOf({ source }: Module, show: (text: string) => string): readonly (readonly [string, string])[] {
  const fields: (readonly [string, string])[] = [];
  for (const part of [source.parameters, source.mapper]) add("", part, 0);
  return fields;

  function add(name: string, value: unknown, depth: number): void {
    if (fields.length >= MOST_FIELDS || value === undefined || value === null || value === "") return;
    if (!isObject(value) && !Array.isArray(value)) fields.push([harmless(name), show(asText(value))]);
    else if (depth === DEEPEST) fields.push([harmless(name), "…"]);
    else for (const [key, inner] of Object.entries(value)) add(joined(name, key, value), inner, depth + 1);
  }
}

/** The name of a part: lists count from 1, as in mappings. */
function joined(name: string, key: string, value: unknown): string {
  if (Array.isArray(value)) return `${name}[${Number(key) + 1}]`;
  return name === "" ? key : `${name}.${key}`;
}
