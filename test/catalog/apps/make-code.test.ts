import { expect, test } from "vitest";
import * as makeCode from "../../../src/catalog/apps/make-code.ts";
import { connection } from "../../../src/dsl/bindings.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

test("code runs as JavaScript over named values", () => {
  expect(valuesOf(makeCode.executeCode({ code: "return input.a + 1;", input: { a: 1 } }))).toEqual({
    parameters: {},
    mapper: {
      language: "javascript",
      input: [{ name: "a", value: 1 }],
      inputFormat: "editor",
      codeEditorJavascript: "return input.a + 1;",
    },
  });
});

test("code at CustomJS stands among the parameters", () => {
  const call = makeCode.executeCustomJs({ connection: connection("js"), code: "return input", input: "a" });
  expect(valuesOf(call)).toEqual({
    parameters: { __IMTCONN__: "<connections: js>", jscode: "return input" },
    mapper: { input: "a" },
  });
});

describeAgainstExports(makeCode);
