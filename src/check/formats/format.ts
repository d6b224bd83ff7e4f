// The ways to print what the gate has found. Each is loaded when somebody asks for it.

import type { TextOptions } from "../../lint/formats/text.ts";
import type { ChangedScenario, CheckReport } from "../report.ts";

export interface FormatContext extends TextOptions {
  /** The flowchart of a change, for Mermaid. */
  readonly draw: (file: ChangedScenario["file"]) => string;
}

export type Format = (report: CheckReport, context: FormatContext) => string;

const LOADERS = {
  text: async (): Promise<Format> => (await import("./text.ts")).formatText,
  markdown: async (): Promise<Format> => (await import("./markdown.ts")).formatMarkdown,
  json: async (): Promise<Format> => (await import("./json.ts")).formatJson,
  github: async (): Promise<Format> => (await import("./github.ts")).formatGithub,
};

export type FormatName = keyof typeof LOADERS;
export const FORMATS = Object.keys(LOADERS) as readonly FormatName[];

export const loadFormat = (name: FormatName): Promise<Format> => LOADERS[name]();
