// For the terminal: what was found, what has changed, and a line for each step of the check at the end.

import { printable } from "../../diagnostics/code-frame.ts";
import { nameOf } from "../../diff/formats/format.ts";
import { inWords, summarize } from "../../diff/summary.ts";
import { formatFinding } from "../../lint/formats/text.ts";
import { costsInWords } from "../cost-in-words.ts";
import { findingsInWords } from "../findings-in-words.ts";
import type { BaseComparison, ChangedScenario, CheckReport, Verdict } from "../report.ts";
import { type Step, stepsOf } from "../steps.ts";
import type { FormatContext } from "./format.ts";

export function formatText(report: CheckReport, context: FormatContext): string {
  const { paint = (_, text) => text } = context;
  const { lint, types, printed, base } = report;
  const steps = stepsOf(report);
  if (steps.length === 0) return "";
  const blocks = [
    ...[...(types?.errors ?? []), ...lint.findings].map((finding) => formatFinding(finding, context)),
    ...(printed.stale.length > 0 ? [printed.stale.map(staleLine).join("\n")] : []),
    ...(base && base.scenarios.length > 0 ? [changesOf(base)] : []),
    [...steps.flatMap(stepLines), VERDICTS[report.verdict](paint)].join("\n"),
  ];
  return `${blocks.join("\n\n")}\n`;

  function staleLine({ path, state }: CheckReport["printed"]["stale"][number]): string {
    return `${paint("error", state.padEnd(9))}  ${paint("path", printable(path))}`;
  }

  function changesOf({ ref, scenarios }: BaseComparison): string {
    return [`${paint("strong", printable(`Changed since ${ref}:`))}`, ...scenarios.flatMap(changeLines)].join("\n");
  }

  function changeLines({ file, newFindings, goneFindings, credits }: ChangedScenario): readonly string[] {
    const state = file.before === undefined ? " (new)" : file.after === undefined ? " (gone)" : "";
    const more = [findingsInWords(newFindings, goneFindings), withUnit(costsInWords(credits))].filter(
      (text) => text !== "",
    );
    return [
      `  ${paint("path", printable(nameOf(file)))}${state}  ${printable(inWords(summarize([file.diff])))}`,
      ...(more.length > 0 ? [`  ${paint("quiet", `  ${more.join("; ")}`)}`] : []),
    ];
  }

  function stepLines({ holds, text, help }: Step): readonly string[] {
    const mark = holds === undefined ? "·" : holds ? "✓" : paint("error", "✗");
    return [
      `${mark} ${printable(text)}`,
      ...(help === undefined ? [] : [`${paint("quiet", "  help    ")}${printable(help)}`]),
    ];
  }
}

type Paint = NonNullable<FormatContext["paint"]>;

const VERDICTS: Readonly<Record<Verdict, (paint: Paint) => string>> = {
  passed: (paint) => paint("strong", "The check passed"),
  failed: (paint) => paint("error", "The check failed"),
  trouble: (paint) => paint("error", "The check could not be completed"),
};

const withUnit = (costs: string): string => (costs === "" ? "" : costs.replace(/ a (month|run)$/u, " credits a $1"));
