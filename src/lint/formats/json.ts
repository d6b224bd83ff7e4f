import type { Report } from "../report.ts";

/** The report for machines: one document, described by `schemas/lint-report.schema.json`. */
export const formatJson = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`;
