// Whatever is printed is sent around, and holds no secret, wherever in the blueprint it stands.

import { describe, expect, test } from "vitest";
import { FORMATS } from "../../src/lint/formats/format.ts";
import { blueprint, module, webhook } from "../lint/blueprints.ts";
import { project } from "../load/project.ts";
import { run } from "./command.ts";

const HEX = "4be81d07f3a95c6e2d10b7a8f9c64e35";

const json = (change: string): string =>
  JSON.stringify(
    {
      ...blueprint(
        [
          webhook(),
          module(2, "http:MakeRequest", {
            version: 4,
            mapper: {
              url: `https://example.com/${change}`,
              headers: [
                { name: "Authorization", value: `{{"Bearer " + "${HEX}1"}}${change}` },
                { name: "X-Api-Key", value: `{{if(1.live; "${HEX}2"; "${HEX}3")}}${change}` },
                { name: "Cookie", value: `lang=en; li_at=${HEX}4${change}` },
              ],
            },
            filter: { name: "", conditions: [[{ a: "{{1.token}}", o: "text:equal", b: `${HEX}2` }]] },
          }),
        ],
        {},
        { notes: [{ moduleIds: [2], content: `<p>Authorization: Bearer ${HEX}5${change}</p>` }] },
      ),
      name: `Orders (Bearer ${HEX}6${change})`,
    },
    null,
    2,
  );

describe("a secret in a mapping, a cookie, a note or a name", () => {
  test.for(FORMATS)("is not in what lint prints as %s", (format) => {
    const files = project({ "a.json": json("") });
    const { code, stdout } = run(files.folder, ["lint", "a.json", "--preset", "strict", "--format", format]);
    expect(code).toBe(1);
    if (format !== "junit") expect(stdout).toContain("literal-secret");
    expect(stdout).not.toContain(HEX.slice(0, 8));
  });

  test.for(["text", "svg", "html", "mermaid"])("is not in what render draws as %s", (format) => {
    const { code, stdout } = run(project({ "a.json": json("") }).folder, ["render", "a.json", "--format", format]);
    expect(code).toBe(0);
    expect(stdout).not.toContain(HEX.slice(0, 8));
  });

  test.for(["text", "json", "markdown", "mermaid", "svg", "html"])("is not in what diff tells as %s", (format) => {
    const files = project({ "old.json": json("a"), "new.json": json("b") });
    const { code, stdout } = run(files.folder, ["diff", "old.json", "new.json", "--format", format]);
    expect(code).toBe(1);
    expect(stdout).not.toContain(HEX.slice(0, 8));
  });
});

test("a secret in the name of one scenario is not in what is said of another", () => {
  const scenario = (name: string): string =>
    JSON.stringify({
      ...blueprint([module(1, "gateway:CustomWebHook", { parameters: { hook: 7, maxResults: 1 } })]),
      name,
    });
  const files = project({ "a.json": scenario(`Bearer ${HEX}`), "b.json": scenario("Orders") });
  const { stdout } = run(files.folder, ["lint", "."]);
  expect(stdout).toContain("shared-hook");
  expect(stdout).not.toContain(HEX.slice(0, 8));
});
