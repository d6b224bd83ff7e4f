// The ways to print a report. Each is loaded when somebody asks for it.

import type { Problem, Severity } from "../../diagnostics/diagnostic.ts";
import type { Report } from "../report.ts";
import type { TextOptions } from "./text.ts";

export interface FormatContext extends TextOptions {
  /** The files that were checked, also those without findings: a scenario by its source. */
  readonly checked: readonly string[];
  /** Files that could not be checked; their paths are as they are shown. */
  readonly problems: readonly Problem[];
  /** Whether findings of this severity make the run fail. */
  readonly fails: (severity: Severity) => boolean;
  /** The page of a rule, in Markdown. */
  readonly pageOf: (rule: string) => string | undefined;
  /** The version of this program. */
  readonly version: string;
}

export type Format = (report: Report, context: FormatContext) => string;
export type FormatName = keyof typeof LOADERS;

const LOADERS = {
  text: async (): Promise<Format> => (await import("./text.ts")).formatText,
  compact: async (): Promise<Format> => (await import("./compact.ts")).formatCompact,
  json: async (): Promise<Format> => (await import("./json.ts")).formatJson,
  sarif: async (): Promise<Format> => (await import("./sarif.ts")).formatSarif,
  junit: async (): Promise<Format> => (await import("./junit.ts")).formatJunit,
  github: async (): Promise<Format> => (await import("./github.ts")).formatGithub,
  markdown: async (): Promise<Format> => (await import("./markdown.ts")).formatMarkdown,
};

export const FORMATS = Object.keys(LOADERS) as readonly FormatName[];

export const loadFormat = (name: FormatName): Promise<Format> => LOADERS[name]();
