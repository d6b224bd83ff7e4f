import { expect, test } from "vitest";
import { hitlRouteLiteralUnknown } from "../../../../src/lint/rules/hitl/route-literal-unknown.ts";
import { describeRule } from "../../describe-rule.ts";
import { ask, blueprint, mail, mailIf, offering, projectFindings, routes, statusOf, watch, webhook } from "./flows.ts";
import { request } from "./requests.ts";

const acting = (...steps: Parameters<typeof routes>[1]) =>
  blueprint([
    webhook(),
    ask(2, offering("Approve", "Needs Review")),
    statusOf(3, "{{2.request_id}}"),
    routes(4, steps),
  ]);
const B = "/flow/3/routes/0/flow/0/filter/conditions/0/0/b";

describeRule(hitlRouteLiteralUnknown, {
  good: {
    "the values that come back": acting(
      mailIf(5, "{{3.response_data}}", "approve"),
      mailIf(6, "{{3.response_data}}", "needs_review"),
    ),
    "the texts that reviewers see": acting(mailIf(5, "{{3.response_data}}", "Needs Review")),
    "a text that stands for a timeout": acting(
      mailIf(5, '{{if(3.status = "timeout"; "nobody"; 3.response_data)}}', "nobody"),
    ),
    "a part of an option": acting(mailIf(5, "{{3.response_data}}", "review", "text:contain")),
    "what is no longer the answer": acting(mailIf(5, "{{length(3.response_data)}}", "7")),
    "an answer whose options are not known": blueprint([watch(), mailIf(2, "{{1.response_data}}", "aprove")]),
    "a text, though another request offers options": blueprint([
      webhook(),
      ask(2, { ...offering("Approve", "Reject"), callback_url: "https://hook.eu1.make.com/a" }),
      ask(3, request("text")),
      statusOf(4, "{{3.request_id}}"),
      routes(5, [mailIf(6, "{{4.response_data}}", "approve"), mailIf(7, "{{4.response_data}}", "yes")]),
    ]),
    "options that are mapped": blueprint([
      webhook(),
      ask(2, offering("Approve", "{{1.option}}")),
      statusOf(3, "{{2.request_id}}"),
      mailIf(4, "{{3.response_data}}", "other"),
    ]),
  },
  bad: {
    "a slip": {
      given: acting(mailIf(5, "{{3.response_data}}", "aprove")),
      reports: [{ message: "unknown", at: B, text: "aprove", help: "Did you mean `approve`?" }],
    },
    "a participle": {
      given: acting(mailIf(5, "{{lower(ifempty(3.response_data.selected_value; 3.response_data))}}", "declined")),
      reports: [{ message: "unknown", at: B, help: "Write `approve` or `needs_review`" }],
    },
    "a comparison in a mapping": {
      given: acting(mail(5, '{{if(3.response_data = "yes"; 1; 2)}}')),
      reports: [{ message: "unknown", at: "/flow/3/routes/0/flow/0/mapper/subject", text: '"yes"' }],
    },
  },
});

const acts = (...literals: readonly string[]) =>
  blueprint([
    watch(),
    routes(
      2,
      literals.map((literal, index) => mailIf(3 + index, "{{1.response_data}}", literal)),
    ),
  ]);
const asks = (...options: readonly string[]) =>
  blueprint([webhook(), ask(2, { ...offering(...options), callback_url: "https://hook.eu1.make.com/a" })]);

test("the options may stand in another scenario of the project", () => {
  expect(projectFindings(hitlRouteLiteralUnknown, [asks("Approve", "Reject"), acts("approve", "rejected")])).toEqual([
    "1 /flow/1/routes/1/flow/0/filter/conditions/0/0/b: No option of the review is called `rejected`, so this never holds",
  ]);
});

test("the request whose options fit best is meant", () => {
  const asking = [asks("Assign", "Close"), asks("Approve", "Reject")];
  expect(projectFindings(hitlRouteLiteralUnknown, [...asking, acts("approve", "rejected")])).toHaveLength(1);
});

test.for([
  ["no request has one of the options", [asks("Assign", "Close")]],
  ["two requests fit as well", [asks("Approve", "Deny"), asks("Approve", "Reject")]],
  ["the options of some request are not known", [asks("Approve", "Reject"), asks("{{1.a}}", "{{1.b}}")]],
  ["the request does not call back", [blueprint([webhook(), ask(2, offering("Approve", "Reject"))])]],
] as const)("the rule is silent when %s", ([, asking]) => {
  expect(projectFindings(hitlRouteLiteralUnknown, [...asking, acts("approve", "declined")])).toEqual([]);
});
