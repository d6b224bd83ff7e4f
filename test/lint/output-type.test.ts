import { describe, expect, test } from "vitest";
import { catalog } from "../../src/catalog/catalog.ts";
import { typesOf } from "../../src/lint/output-type.ts";
import { buildScenario } from "../../src/model/scenario.ts";
import { module, webhook } from "./blueprints.ts";

const variable = (id: number, value: string) => module(id, "util:SetVariable2", { mapper: { name: "v", value } });

const modules = [
  webhook(),
  module(2, "builtin:BasicAggregator", { parameters: { feeder: 1 } }),
  module(3, "http:MakeRequest", { version: 4 }),
  variable(4, "{{length(2.array)}}"),
  variable(5, "{{4.v}}"),
  variable(6, "{{5.v}}"),
  variable(7, "{{6.v}}"),
  variable(8, "{{7.v}}"),
  module(9, "util:SetVariables", {
    mapper: {
      variables: [
        { name: "a", value: "{{now}}" },
        { name: "b", value: "x" },
      ],
    },
  }),
];
const typeOf = typesOf(buildScenario({ name: "", flows: [{ pointer: "/flow", modules }] }), catalog);

describe("the type of a mapping", () => {
  test.for([
    ["what a function gives", "{{length(1.items)}}", "number"],
    ["what the catalogue says of an output", "{{2.array}}", "array"],
    ["a number in an output", "{{3.statusCode}}", "number"],
    ["a count of bundles", "{{1.`__IMTLENGTH__`}}", "number"],
    ["a variable", "{{4.v}}", "number"],
    ["a variable that is set to a variable", "{{6.v}}", "number"],
    ["one of several variables", "{{9.a}}", "date"],
    ["an output that nobody knows", "{{1.total}}", "any"],
    ["a module that is not there", "{{99.total}}", "any"],
    ["variables that lead too far", "{{8.v}}", "any"],
    ["what may be a column instead of a number", "{{1.12}}", "any"],
    ["a variable with a text", "{{9.b}}", "any"],
  ] as const)("is known of %s", ([, text, type]) => {
    expect(typeOf(text)).toBe(type);
  });

  test.for(["plain", "", "#{{length(1.items)}}", "{{1.a}}{{1.b}}", "{{}}"])("is none of the text `%s`", (text) => {
    expect(typeOf(text)).toBeUndefined();
  });
});
