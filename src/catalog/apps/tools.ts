import { any, array, boolean, collection, number, pairs, select, text, uinteger } from "../field.ts";
import { app, documented, observed } from "../module.ts";

const util = app({ slug: "util", name: "Tools", version: 1 });

/** Bundles written by hand: to try a scenario out, or to run one over a fixed list. */
export const basicTrigger = util.pollingTrigger("BasicTrigger", {
  label: "Basic trigger",
  summary: "Starts the scenario with bundles that are written here.",
  parameters: {
    values: array("Bundles", collection("Bundle", { spec: pairs("Items").as("items").required() }))
      .as("bundles")
      .required(),
  },
  canFail: false,
  evidence: observed(1),
});

const variableName = text("Variable name").required();
const scope = select("Variable lifetime", ["roundtrip", "execution"])
  .default("roundtrip")
  .describe("`roundtrip`: one cycle. `execution`: the whole run.");
// Not transformers: that a route ends with a variable for another route makes sense.
const setsVariables = { canFail: false, writes: false, repeatable: true } as const;

/** Gives the variable under its name: name its type, `setVariable<{ total: number }>({ name: "total", … })`. */
export const setVariable = util.action("SetVariable2", {
  label: "Set variable",
  summary: "Sets a variable that other routes of the run can read.",
  mapper: { name: variableName, scope, value: any("Variable value") },
  ...setsVariables,
  evidence: observed(130),
});

/** Gives each variable under its name. */
export const setVariables = util.action("SetVariables", {
  label: "Set multiple variables",
  summary: "Sets variables that other routes of the run can read.",
  mapper: { variables: pairs("Variables"), scope },
  ...setsVariables,
  evidence: observed(85),
});

/** Gives the variable under its name; empty when no module that ran before has set it. */
export const getVariable = util.transformer("GetVariable2", {
  label: "Get variable",
  summary: "Reads a variable that was set before in the run.",
  mapper: { name: variableName },
  evidence: observed(8),
});

/** Gives each variable under its name. */
export const getVariables = util.transformer("GetVariables", {
  label: "Get multiple variables",
  summary: "Reads variables that were set before in the run.",
  mapper: { variables: array("Variables", variableName) },
  evidence: observed(8),
});

export const textAggregator = util.aggregator("TextAggregator", {
  label: "Text aggregator",
  summary: "Makes one text of many bundles.",
  parameters: {
    rowSeparator: select("Row separator", ["\n", "\t", "other"])
      .impliedBy({ otherRowSeparator: "other" })
      .describe("Nothing stands between the texts when it is left out."),
    otherRowSeparator: text("Separator"),
  },
  mapper: { value: text("Text") },
  output: { text: text("Text"), __IMTKEY__: any("Key").describe("What the bundles were grouped by, if they were.") },
  evidence: observed(41),
});

export const numericAggregator = util.aggregator("FunctionAggregator2", {
  label: "Numeric aggregator",
  summary: "Makes one number of many bundles.",
  parameters: { fn: select("Aggregate function", ["avg", "sum", "count", "max", "min"]).required() },
  mapper: { value: number("Value") },
  output: {
    result: number("Result"),
    __IMTKEY__: any("Key").describe("What the bundles were grouped by, if they were."),
  },
  evidence: observed(3),
});

/** Make's own documents name it without its columns, so it can be recognised here but hardly written. */
export const tableAggregator = util.aggregator("AggregateAggregator", {
  label: "Table aggregator",
  summary: "Makes one table, as text, of many bundles.",
  evidence: documented("Make's guide for AI agents"),
});

export const sleep = util.transformer("FunctionSleep", {
  label: "Sleep",
  summary: "Waits before the next module.",
  mapper: { duration: uinteger("Delay", { min: 1, max: 300 }).required().describe("In seconds.") },
  evidence: observed(20),
});

export const increment = util.action("FunctionIncrement", {
  label: "Increment function",
  summary: "Counts up by one with each bundle.",
  parameters: {
    reset: select("Reset a value", ["run", "execution", "scenario"])
      .required()
      .describe("When counting starts again: after one cycle, after one run, or never (`scenario`)."),
  },
  output: { i: uinteger("i") },
  canFail: false,
  writes: false,
  evidence: observed(5),
});

export const switcher = util.transformer("Switcher", {
  label: "Switch",
  summary: "Gives the output of the first case whose pattern fits the input.",
  mapper: {
    input: text("Input"),
    useRegExpMatch: boolean("Use regular expressions to match").default(false),
    casesTable: array("Cases", collection("Case", { pattern: text("Pattern"), output: any("Output") }))
      .as("cases")
      .required(),
    elseOutput: any("Else").as("otherwise"),
  },
  output: { output: any("Output") },
  evidence: observed(2),
});

export const compose = util.transformer("ComposeTransformer", {
  label: "Compose a string",
  summary: "Gives a text made of mapped values.",
  mapper: { value: text("Text") },
  output: { value: text("Text") },
  evidence: observed(6),
});
