import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkKeys } from "../../src/blueprint/check-keys.ts";
import { scanJson } from "../../src/blueprint/scan-json.ts";

const messagesFor = (text: string): readonly string[] => {
  const scan = scanJson(text);
  if (!scan.ok) throw new Error("The text is no JSON");
  return checkKeys(text, scan.tape).map(({ message }) => message);
};

describe("names that programs read in different ways", () => {
  test.for<[string, readonly string[]]>([
    ['{"a": {"b": 1}, "b": [{"a": 1}, {"a": 2}]}', []],
    ['{"a": 1, "a": 2}', ["`a` stands twice in this object, first on line 1"]],
    ['{"a": 1, "\\u0061": 2}', ["`a` stands twice in this object, first on line 1"]],
    ['{"\\n": 1, "n": 2, "\\\\n": 3}', []],
    ['{"": 1, "b": 2, "": 3}', ["`` stands twice in this object, first on line 1"]],
    ['{"__proto__": 1}', ["`__proto__` cannot be the name of a property"]],
    ['{"__proto": 1, "proto__": 2}', []],
    // Both give the same number where 31 is multiplied with, as the first look at them does.
    ['{"Aa": 1, "BB": 2}', []],
    ['{"Aa": 1, "BB": 2, "Aa": 3}', ["`Aa` stands twice in this object, first on line 1"]],
  ])("%s", ([text, messages]) => {
    expect(messagesFor(text)).toEqual(messages);
  });

  test("are found among any, however many and however they are written", () => {
    const name = fc.oneof(fc.constantFrom("a", "b", "Aa", "BB", "AaAa", "BBBB", "AaBB"), fc.string({ unit: "binary" }));
    const written = fc.tuple(name, fc.boolean()).map(([text, isEscaped]) => ({
      text,
      json: isEscaped
        ? `"${[...Array(text.length).keys()].map((at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, "0")}`).join("")}"`
        : JSON.stringify(text),
    }));
    fc.assert(
      fc.property(fc.array(written, { maxLength: 60 }), (names) => {
        const isAmbiguous =
          new Set(names.map(({ text }) => text)).size < names.length || names.some(({ text }) => text === "__proto__");
        expect(messagesFor(`{${names.map(({ json }) => `${json}: 1`).join(",")}}`).length > 0).toBe(isAmbiguous);
      }),
    );
  });
});
