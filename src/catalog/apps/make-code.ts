import { account, any, array, pairs, select, text } from "../field.ts";
import { app, observed } from "../module.ts";

const code = app({ slug: "code", name: "Make Code", version: 0 });
const customJs = app({
  slug: "custom-js",
  name: "CustomJS",
  version: 1,
  parameters: { __IMTCONN__: account("custom-js") },
});

/** Runs JavaScript over `input`, an object in the code. What the code returns comes out as `result`. */
export const executeCode = code.action("ExecuteCode", {
  label: "Run code",
  summary: "Runs a piece of JavaScript.",
  mapper: {
    language: select("Language", ["javascript", "python"]).default("javascript"),
    input: pairs("Input"),
    dependencies: array("Additional dependencies (Enterprise plans only)", text("Dependency")),
    inputFormat: select("Input format", ["editor", "string"]).default("editor"),
    codeEditorJavascript: text("Code").as("code").required(),
  },
  output: { result: any("Result") },
  writes: false,
  repeatable: true,
  credits: "dynamic",
  evidence: observed(3),
});

/** An app of another maker than Make's. The code sees `input` and returns the output. */
export const executeCustomJs = customJs.action("execute", {
  label: "Execute JavaScript",
  summary: "Runs a piece of JavaScript at the service CustomJS.",
  parameters: { jscode: text("JavaScript Code").as("code").required() },
  mapper: { input: text("Input") },
  output: { output: any("Output") },
  writes: false,
  repeatable: true,
  evidence: observed(3),
});
