// How things are described in hovers and beside completions. What a blueprint says is shown as it is, never as Markdown.

import type { FieldSpec } from "../catalog/field.ts";
import type { Evidence, ModuleDeclaration } from "../catalog/module.ts";
import type { Segment } from "../iml/ast.ts";
import { describeFlow } from "../model/describe-flow.ts";
import { describeModule } from "../model/module-place.ts";
import type { Module, Scenario } from "../model/scenario.ts";
import type { Visibility } from "../model/visibility.ts";
import type { OutputField } from "./output-fields.ts";

/** A name as code. */
export const code = (text: string): string => {
  const line = text.replace(/\s+/gu, " ");
  return line.includes("`") ? `\`\` ${line} \`\`` : `\`${line}\``;
};

/** Words of a person's, safe in Markdown. */
export const plain = (text: string): string => text.replace(/\s+/gu, " ").replace(/[\\`*_[\]<>]/gu, String.raw`\$&`);

export const sentence = (text: string): string => (/[.!?…]$/u.test(text) ? text : `${text}.`);

export const describeType = ({ app, label }: ModuleDeclaration): string => `${app} › ${label}`;

export function describeEvidence(evidence: Evidence): string {
  switch (evidence.level) {
    case "observed":
      return `Seen in ${evidence.exports} ${evidence.exports === 1 ? "export" : "exports"}`;
    case "documented":
      return `Documented by ${evidence.by}`;
    case "weak":
      return `Weak evidence: ${evidence.why}`;
  }
}

/** Where a module stands, as a sentence. */
export function describePlace({ flow }: Module): string {
  const place = describeFlow(flow);
  return `Stands in ${place.charAt(0).toLowerCase()}${place.slice(1)}.`;
}

/** Why a mapping cannot read a module; nothing where it can. Of a copy, what is around it is not known. */
export function describeObstacle(
  seen: Visibility,
  [first]: readonly Segment[],
  { isFragment }: Scenario,
): string | undefined {
  switch (seen.kind) {
    case "visible":
      return undefined;
    case "missing":
      return isFragment ? "It is not among the copied modules" : "There is no such module in this scenario";
    case "self":
      return "A module cannot read its own output";
    case "failed":
      return first?.kind === "property" && first.name === "error"
        ? undefined
        : "It has failed, so only its `error` is there";
    case "later":
      return "It has not run yet where this is read";
    case "elsewhere":
      return isFragment ? undefined : "It does not stand on the way to where this is read";
    case "aggregated":
      return `It is out of reach behind ${code(describeModule(seen.aggregator))}, which collects its bundles`;
  }
}

/** A field in one line: its label, its type, and what it may hold. */
export function describeField({ label, type, required, multiple, options, min, max }: FieldSpec): string {
  const bounds = [min === undefined ? [] : [`from ${min}`], max === undefined ? [] : [`to ${max}`]].flat().join(" ");
  const traits = [
    multiple ? `several of ${type}` : type,
    ...(required ? ["required"] : []),
    ...(bounds === "" ? [] : [bounds]),
    ...(options && options.length > 0
      ? [
          `one of ${options
            .slice(0, MAX_OPTIONS)
            .map((option) => code(String(option)))
            .join(", ")}`,
        ]
      : []),
  ];
  return `**${plain(label)}** · ${traits.join(" · ")}`;
}

const MAX_OPTIONS = 20;

export const describeOutput = ({ label, type }: OutputField): string =>
  label === "" ? type : `**${plain(label)}** · ${type}`;
