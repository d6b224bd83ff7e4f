import type { ListedRule } from "../lint/listed-rules.ts";
import { PRESETS, severityIn } from "../lint/rule.ts";
import { WIDTH, wrap } from "../util/wrap.ts";
import type { painter } from "./paint.ts";

/** A column is as wide as its title, or as the longest severity. */
const COLUMNS = PRESETS.map((preset) => ({ preset, width: Math.max(preset.length, "warning".length) }));

/** How the command line makes a rule's fixes. */
const FIXES = { safe: "--fix", suggested: "--fix=all" } as const;

type Paint = ReturnType<typeof painter>;

/** Rules as people read them: a block for each category, with the severity in each preset. */
export function ruleTable(rules: readonly ListedRule[], paint: Paint): string {
  const categories = [...new Set(rules.map(({ category }) => category))];
  const blocks = categories.map((category) => {
    const own = rules.filter((rule) => rule.category === category);
    return blockOf(category, own, paint);
  });
  return blocks.join("\n");
}

function blockOf(category: string, rules: readonly ListedRule[], paint: Paint): string {
  const idWidth = Math.max(category.length, ...rules.map(({ id }) => id.length + 2));
  const indent = COLUMNS.reduce((sum, { width }) => sum + 2 + width, idWidth) + 2;
  const title = `${category.charAt(0).toUpperCase()}${category.slice(1)}`;
  const head = `${paint("path", title.padEnd(idWidth))}  ${paint("quiet", PRESETS.join("  "))}`;
  const rows = rules.flatMap(({ id, summary, severity, fixable }) => {
    const severities = COLUMNS.map(({ preset, width }) => {
      const own = severityIn(preset, severity);
      return paint(own === "off" ? "quiet" : own, own.padEnd(width));
    });
    const [first = "", ...more] = wrap(
      fixable === undefined ? summary : `${summary} (${FIXES[fixable]})`,
      WIDTH - indent,
    );
    return [
      `${paint("strong", `  ${id}`.padEnd(idWidth))}  ${severities.join("  ")}  ${first}`,
      ...more.map((line) => `${" ".repeat(indent)}${line}`),
    ];
  });
  return [head, ...rows].map((line) => `${line}\n`).join("");
}
