import { describe, expect, test } from "vitest";
import { ProblemError } from "../../../src/diagnostics/diagnostic.ts";
import { readEnvironment } from "../../../src/load/scenarios/environment.ts";

const read = (text: string) => readEnvironment(text, "environments/production.yaml");

/** What a person sees, without the path that begins each line. */
function problemsOf(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof ProblemError) return error.message.replaceAll("environments/production.yaml:", "");
    throw error;
  }
  return "";
}

describe("an environment file", () => {
  test("is read with everything it says", () => {
    const text = `
modules: certain
connections: { google: 1234567, slack: choose on import }
keys:
  hitl: 77
webhooks:
  approvals: { id: 42, url: "https://hook.eu1.make.com/abc" }
  answers: { id: choose on import }
dataStores: { open-reviews: 99 }
dataStructures: {}
scenarios: { "send-invoice": 5 }
values: { PURCHASE_FORM: "1FxA", LIMIT: 500, SHARE: 0.5, ON: true, "0": off }
moduleIds:
  "hitl:createRequest": { module: "app#hitl-x1:createRequest", version: 2 }
`;
    expect(read(text)).toEqual({
      name: "production",
      path: "environments/production.yaml",
      modules: "certain",
      connections: { google: 1234567, slack: "choose on import" },
      keys: { hitl: 77 },
      webhooks: {
        approvals: { id: 42, url: "https://hook.eu1.make.com/abc" },
        answers: { id: "choose on import" },
      },
      dataStores: { "open-reviews": 99 },
      dataStructures: {},
      scenarios: { "send-invoice": 5 },
      values: { PURCHASE_FORM: "1FxA", LIMIT: 500, SHARE: 0.5, ON: true, "0": "off" },
      moduleIds: { "hitl:createRequest": { module: "app#hitl-x1:createRequest", version: 2 } },
    });
  });

  test.for(["", "# nothing yet\n", "{}", "\ufeff---\n", "connections:\nvalues: ~\n"])("may be empty: %j", (text) => {
    const nothing = { connections: {}, keys: {}, webhooks: {}, dataStores: {}, dataStructures: {} };
    expect(read(text)).toMatchObject({ modules: "app", ...nothing, scenarios: {}, values: {}, moduleIds: {} });
  });

  test("finds no name that it does not have", () => {
    const { connections } = read("connections: { google: 1 }");
    expect([connections.google, connections.constructor, connections.toString]).toEqual([1, undefined, undefined]);
  });

  test("may say a thing once and mean it twice", () => {
    const text = "connections: &all { google: 1, slack: 2 }\nkeys: *all\ndataStores: { <<: *all, google: 3 }\n";
    expect(read(text)).toMatchObject({
      connections: { google: 1, slack: 2 },
      keys: { google: 1, slack: 2 },
      dataStores: { google: 3, slack: 2 },
    });
  });
});

describe("a mistake in an environment file is explained", () => {
  const ID = "Expected an id or `choose on import`";
  const SECTIONS =
    "`modules`, `connections`, `keys`, `webhooks`, `dataStores`, `dataStructures`, `scenarios`, `values` or `moduleIds`";

  test.for<[string, string]>([
    ["- google", "1:1: The document is an array, not an object"],
    ["google", "1:1: The document is text, not an object"],
    ["conections: {}", "1:1: `conections` is not a known key\n  help: Did you mean `connections`?"],
    ["secrets: {}", `1:1: \`secrets\` is not a known key\n  help: Use ${SECTIONS}`],
    ["modules: apps", "1:10: `modules` is `apps`, not `app` or `certain`\n  help: Did you mean `app`?"],
    ["connections: 5", "1:14: `connections` is a whole number, not an object or `null`"],
    ["connections:\n  google: choose", `2:11: ${ID}, found \`choose\``],
    ['connections:\n  google: "12"', `2:11: ${ID}, found \`12\`\n  help: Remove the quotation marks`],
    ["connections:\n  google: 0", "2:11: `google` is `0`, less than `1`"],
    ["connections:\n  google: 1.5", "2:11: `google` is a number, not a whole number or text"],
    [
      "connections:\n  google: 99999999999999999999",
      "2:11: `google` is `100000000000000000000`, more than `9007199254740991`",
    ],
    ["connections:\n  google:", "2:10: `google` is `null`, not a whole number or text"],
    ["connections: { __proto__: x }", `1:27: ${ID}, found \`x\``],
    ["webhooks: { ask: 42 }", "1:18: `ask` is a whole number, not an object\n  help: Write `{ id: 42 }`"],
    ["webhooks:\n  ask: { url: https://x.io }", "2:8: `id` is missing"],
    ["webhooks:\n  ask: { id: 1, uri: x }", "2:17: `uri` is not a known key\n  help: Did you mean `url`?"],
    ["webhooks:\n  ask: { id: 1, url: x.io }", "2:22: Expected an address that begins with `https://`, found `x.io`"],
    ["values: { a: [1] }", "1:14: `a` is an array, not text, a number or `true` or `false`"],
    ["values: { a: .inf }", "1:14: `a` is `Infinity`, not text, a number or `true` or `false`"],
    [
      "moduleIds:\n  a:B: { module: c, version: '2' }",
      "2:18: Expected an app and a module such as `http:MakeRequest`, found `c`\n2:30: `version` is text, not a whole number\n  help: Remove the quotation marks",
    ],
    ["keys: &k { a: x }\nconnections: *k", `1:15: ${ID}, found \`x\``],
  ])("%j", ([text, expected]) => {
    expect(problemsOf(text)).toBe(expected);
  });

  test.for<[string, string]>([
    ["keys: {}\nkeys: {}", "2:1: `keys` stands here twice\n  help: Remove one of the two"],
    ['keys: { a: 1, "a": 2 }', '1:15: `"a"` stands here twice\n  help: Remove one of the two'],
    [
      "keys: a: 1",
      "1:7: This line has two keys\n  help: Begin a new line for the second, or put quotation marks around the text",
    ],
    ["keys:\n\ta: 1", "2:1: A tab indents this line\n  help: Indent with spaces"],
    ["keys:5\nvalues: {}", "1:1: This line has no value\n  help: Put a space behind the `:`"],
    ["keys: {}\n---\nkeys: {}", "2:1: A second YAML document begins here\n  help: Keep one document in the file"],
    ["keys: { a: 1", "1:13: Flow map in block collection must be sufficiently indented and end with a }"],
    ["keys: !secret a", "1:7: Unresolved tag: !secret"],
    ["keys: *all", "1:7: `*all` stands for nothing\n  help: Mark what it stands for with `&all`, further up"],
    ["keys: { <<: 5 }", "1:1: Merge sources must be maps or map aliases"],
  ])("also when it is not YAML: %j", ([text, expected]) => {
    expect(problemsOf(text)).toBe(expected);
  });

  test("with all the others, in the order of the file", () => {
    const text = "values: { b: [], a: {} }\nkeys: { z: 0 }\nmodule: app\n";
    expect(problemsOf(text).match(/^\d+:\d+/gm)).toEqual(["1:14", "1:21", "2:12", "3:1"]);
  });

  test("also when its aliases would grow without bound", () => {
    const lines = ["values: &a0 [x, x, x, x, x, x, x, x, x]"];
    for (let level = 1; level < 9; level++) {
      lines.push(
        `k${level}: &a${level} [${Array(9)
          .fill(`*a${level - 1}`)
          .join(", ")}]`,
      );
    }
    expect(problemsOf(lines.join("\n"))).toMatch(/^1:1: Excessive alias count/);
  });
});
