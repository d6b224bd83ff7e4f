import { missingValueInputOption } from "../../../src/lint/rules/missing-value-input-option.ts";
import { blueprint, type JsonObject, module, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const sheets = (type: string, more: JsonObject) =>
  blueprint([webhook(), module(2, `google-sheets:${type}`, { version: 2, ...more })]);

describeRule(missingValueInputOption, {
  good: {
    "as typed": sheets("addRow", { mapper: { values: {}, valueInputOption: "USER_ENTERED" } }),
    "as it is": sheets("updateRow", { mapper: { values: {}, valueInputOption: "RAW" } }),
    "a choice that is mapped": sheets("addRow", { mapper: { valueInputOption: "{{1.how}}" } }),
    "a search": sheets("filterRows", { mapper: { sheetId: "A" } }),
    "a module that nobody has filled in": sheets("addRow", { parameters: undefined, mapper: undefined }),
    "another version": sheets("addRow", { version: 3, mapper: { values: {} } }),
  },
  bad: {
    "no word on it": {
      given: sheets("addRow", { mapper: { values: { "0": "{{1.date}}" } } }),
      reports: [{ message: "missing", at: "/flow/1/mapper" }],
    },
    "an empty word": {
      given: sheets("updateRow", { mapper: { values: {}, valueInputOption: "" } }),
      reports: [{ message: "missing", at: "/flow/1/mapper/valueInputOption" }],
    },
    "no mapper": {
      given: sheets("updateCell", { mapper: null }),
      reports: [{ message: "missing", at: "/flow/1/mapper" }],
    },
  },
});
