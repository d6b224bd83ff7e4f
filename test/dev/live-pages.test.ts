import { describe, expect, test } from "vitest";
import { livePages } from "../../src/dev/live-pages.ts";
import { BEGINNING, type LiveView } from "../../src/dev/live-state.ts";
import { blueprint, webhook } from "../lint/blueprints.ts";
import { HOSTILE } from "../render/hostile-names.ts";

const PATH = "dist-blueprints/test/a.blueprint.json";
const view = (more: Partial<LiveView> = {}): LiveView => ({
  path: PATH,
  text: JSON.stringify(blueprint([webhook()])),
  name: "A",
  file: "scenarios/a.scenario.ts",
  environment: "test",
  findings: [],
  isStale: false,
  ...more,
});
const pagesOf = (views: readonly LiveView[], problem = "") => {
  const pages = livePages("project", (problems) => problems.map(({ message }) => message).join("\n"));
  pages.show({ ...BEGINNING, views, problems: problem === "" ? [] : [{ message: problem }] });
  return pages;
};
const html = (pages: ReturnType<typeof livePages>, path: string, of = ""): string => pages.answer(path, of)?.html ?? "";

describe("the pages of a live view", () => {
  test("say what they wait for until something is built", () => {
    expect(livePages("project", () => "").answer("/", "")?.html).toContain("compiled for the first time");
  });

  test("are told apart by what they show", () => {
    const pages = pagesOf([view()]);
    const [index, own] = [pages.tagOf(""), pages.tagOf(PATH)];
    expect(html(pages, "/")).toContain(`data-tag="${index}"`);
    expect(html(pages, "/view", PATH)).toContain(`data-tag="${own}"`);
    pages.show({ ...BEGINNING, views: [view()] });
    expect([pages.tagOf(""), pages.tagOf(PATH)]).toEqual([index, own]);
    pages.show({ ...BEGINNING, views: [view({ text: JSON.stringify(blueprint([webhook(5)])) })] });
    expect(pages.tagOf("")).toBe(index);
    expect(pages.tagOf(PATH)).not.toBe(own);
  });

  test("run no script but their own", () => {
    const { policy, html: text } = pagesOf([view()]).answer("/", "") ?? { policy: "", html: "" };
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^ ]+'; style-src 'sha256-[^ ]+';/u);
    expect(text.match(/<script/gu)).toHaveLength(1);
    expect(text).not.toMatch(/ style=| on\w+=/u);
  });

  test.for(HOSTILE)("take %j for text", (words) => {
    const finding = {
      rule: words,
      severity: "error" as const,
      message: words,
      path: words,
      pointer: "/flow/0",
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 2,
    };
    const hostile = view({ path: words, name: words, file: words, environment: words, findings: [finding] });
    const pages = pagesOf([hostile, { ...hostile, path: "b", isStale: true }], words);
    const plain = pagesOf(
      [
        view({ path: "x", findings: [{ ...finding, rule: "x", message: "x", path: "x" }] }),
        view({ path: "b", isStale: true }),
      ],
      "x",
    );
    for (const [path, of, other] of [
      ["/", "", ""],
      ["/view", words, "x"],
      ["/view", "b", "b"],
    ] as const) {
      const [text, known] = [html(pages, path, of), html(plain, path, other)];
      const tags = (page: string) => page.match(/<\/?[a-z]\w*/gu);
      expect(tags(text)).toEqual(tags(known));
      expect(text).not.toMatch(/[\u001b\u0007\u202e\u0000]/u);
    }
  });
});
