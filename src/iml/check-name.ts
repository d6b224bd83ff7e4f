import { nearest, slipFor } from "../util/nearest.ts";
import type { NameRoot, Reference, Segment } from "./ast.ts";
import { keywords, variableFamilies } from "./keywords.ts";
import type { ImlProblem } from "./problem.ts";

/** Whether a reference that names no module begins with a word that means something. */
export function checkName(reference: Reference): readonly ImlProblem[] {
  const { root, path, range } = reference;
  if (root.kind === "module" || range === undefined) return [];
  if (root.name === "var") return isVariable(path[0]) ? [] : [{ ...unknownVariable(path[0]), range }];
  if (keywords.has(root.name)) return [];
  const close = path.length === 0 ? nearest(root.name, keywords.keys(), keywords.size) : [];
  const meant = root.name === "undefined" ? "null" : slipFor(root.name, close);
  const isAlone = path.length === 0 && root.quoted !== true;
  return [
    {
      code: "unknown-name",
      message: `\`${root.name}\` is neither a keyword nor the field of a module`,
      help: helpFor(root, close[0]),
      range: root.range ?? range,
      ...(isAlone && meant !== undefined && { edits: [{ range: root.range ?? range, text: meant }] }),
    },
  ];
}

const isVariable = (family: Segment | undefined): boolean =>
  family?.kind === "property" && variableFamilies.has(family.name);

function unknownVariable(family: Segment | undefined): Omit<ImlProblem, "range"> {
  const written = family?.kind === "property" ? `var.${family.name}` : "var";
  const families = [...variableFamilies.keys()].map((name) => `\`var.${name}\``);
  return {
    code: "unknown-name",
    message: `There are no variables under \`${written}\``,
    help: `Begin with ${families.slice(0, -1).join(", ")} or ${families.at(-1)}`,
  };
}

/** What custom apps call their data; a scenario knows none of it. */
const CUSTOM_APP_NAMES = new Set([
  "body",
  "common",
  "connection",
  "data",
  "headers",
  "item",
  "oauth",
  "parameters",
  "query",
  "temp",
]);

function helpFor(root: NameRoot, keyword: string | undefined): string {
  const { name } = root;
  if (name === "undefined") return "Write `null`";
  if (keyword !== undefined) return `Did you mean \`${keyword}\`?`;
  if (CUSTOM_APP_NAMES.has(name))
    return `Only custom apps know \`${name}\`; name the module that gives it out: \`1.${name}\``;
  if (root.quoted === true) return `Name the module of a field, or write a text in double quotes: \`"${name}"\``;
  return `Name the module that gives it out: \`1.${name}\`; a field whose name has a hyphen or a blank needs backticks`;
}
