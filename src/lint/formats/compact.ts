import { printable } from "../../diagnostics/code-frame.ts";
import type { Report } from "../report.ts";
import { shownPlace } from "./shown.ts";

/** One line a finding, as editors and `grep` read it; no line where there is none. */
export const formatCompact = ({ findings }: Report): string =>
  findings
    .map((finding) => {
      const { path, line, column } = shownPlace(finding);
      const { severity, message, rule } = finding;
      return `${printable(`${path}:${line}:${column}: ${severity} ${message} [${rule}]`)}\n`;
    })
    .join("");
