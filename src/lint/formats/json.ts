import type { Problem } from "../../diagnostics/diagnostic.ts";
import type { Report } from "../report.ts";
import type { FormatContext } from "./format.ts";

/** The report for machines: one document, described by `schemas/lint-report.schema.json`. */
export const formatJson = (report: Report, { problems }: Pick<FormatContext, "problems">): string =>
  `${JSON.stringify({ ...report, ...(problems.length > 0 ? { problems: problems.map(problemInJson) } : {}) }, null, 2)}\n`;

/** A problem as reports have it, with its place beside the rest. */
export const problemInJson = ({ message, help, path, span }: Problem) => ({
  message,
  ...(help === undefined ? {} : { help }),
  ...(path === undefined ? {} : { path }),
  ...span,
});
