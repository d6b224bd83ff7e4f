import { any, boolean, hidden, select, text, uinteger } from "../field.ts";
import { app, observed } from "../module.ts";

const regexp = app({ slug: "regexp", name: "Text parser", version: 1 });

const pattern = text("Pattern").required().describe("A JavaScript regular expression, without slashes.");
const flags = {
  global: boolean("Global match").default(false),
  sensitive: boolean("Case sensitive").default(false),
  multiline: boolean("Multiline").default(false).describe("Whether `^` and `$` also fit at line breaks."),
  singleline: boolean("Singleline").default(false).describe("Whether `.` also fits a line break."),
};
const continueWhenNoRes = boolean("Continue the execution of the route even if the module finds no matches").default(
  false,
);
const matches = {
  i: uinteger("i"),
  $1: text("$1").describe("The first group; further groups follow, named groups under their names."),
  __IMTMATCH__: any("Fallback Match"),
};

/** Gives one bundle for each match when `global`, else the first one. Without a match, nothing behind it runs. */
export const matchPattern = regexp.iterator("Parser", {
  label: "Match pattern",
  summary: "Finds parts of a text by a regular expression.",
  parameters: {
    pattern,
    ...flags,
    continueWhenNoRes,
    ignoreInfiniteLoopsWhenGlobal: boolean("Ignore errors when there is an infinite search loop"),
  },
  mapper: { text: text("Text") },
  output: matches,
  evidence: observed(49),
});

/** Like `matchPattern`, with a pattern that may hold mapped values. */
export const matchMappedPattern = regexp.iterator("AdvancedParser", {
  label: "Match pattern (advanced)",
  summary: "Finds parts of a text by a regular expression that may be mapped.",
  parameters: { ...flags, continueWhenNoRes, advancedParser: hidden("Advanced parser", true) },
  mapper: { pattern, text: text("Text").required() },
  output: matches,
  canFail: true,
  evidence: observed(7),
});

export const replace = regexp.transformer("Replace", {
  label: "Replace",
  summary: "Replaces what a regular expression finds in a text.",
  mapper: {
    pattern,
    value: text("New value").describe("`$1`, `$2` … stand for what the groups found."),
    ...flags,
    global: boolean("Global match").default(true),
    text: text("Text"),
  },
  output: { text: text("Text") },
  evidence: observed(15),
});

export const htmlToText = regexp.transformer("HTMLToText", {
  label: "HTML to text",
  summary: "Makes plain text of HTML.",
  mapper: {
    html: text("HTML"),
    newline: select("Line break", ["lf", "crlf", "cr"]).default("lf"),
    uppercaseHeadings: boolean("Uppercase headings").default(true),
  },
  output: { text: text("Text") },
  evidence: observed(11),
});
