// What types would refuse, in files whose types nobody checks: Cyanotype runs an author's file without looking at them.

import { describe, expect, test } from "vitest";
import { slack, tools } from "../../src/apps.ts";
import {
  type Flow as AnyFlow,
  always,
  branch,
  connection,
  type Expr,
  env,
  exists,
  fallback,
  fragment,
  multiSelect,
  now,
  onError,
  review,
  route,
  type Settings,
  scenario,
  singleSelect,
  webhook,
} from "../../src/index.ts";
import { describeMistakes, type Flow } from "./describe-mistakes.ts";
import { mistakesIn, mistakesOf, order, wait } from "./printed.ts";

/** A function as files see it whose types nobody checks. */
type Loose = (...given: readonly unknown[]) => unknown;

const message = { connection: connection("slack"), channel: "#x" };
const tell = (flow: Flow, input: object, options: object = {}): unknown =>
  flow.step("Tell", slack.createMessage({ ...message, ...input } as never), options);

describeMistakes("a step", [
  [
    "with an option that there is not",
    (flow) => tell(flow, {}, { onErorr: onError.ignore() }),
    "The step `Tell` has an option `onErorr`, which there is not\n  help: Did you mean `onError`?",
  ],
  [
    "with a text where a connection belongs",
    (flow) => tell(flow, { connection: "slack" }),
    'Step `Tell`: `connection` is the text `slack`\n  help: Write connection("slack"), and its id into the environment',
  ],
  [
    "with a number where a connection belongs",
    (flow) => tell(flow, { connection: 12 }),
    'Step `Tell`: `connection` is no symbol\n  help: Write connection("name"), and its id into the environment',
  ],
  [
    "with a choice that there is not",
    (flow) => tell(flow, { channelType: "publik" }),
    "Step `Tell`: `channelType` is `publik`, which is no choice\n  help: Did you mean `public`?",
  ],
  [
    "with a handler that was not called",
    (flow) => tell(flow, {}, { onError: onError.retry }),
    "`onError` of the step `Tell` is a function\n  help: Give a handler such as onError.ignore(), or a route: (flow) => { … }",
  ],
  [
    "with a handler where its options belong",
    (flow) => tell(flow, {}, onError.ignore()),
    "The options of the step `Tell` are a bare handler\n  help: Write { onError: … }",
  ],
  [
    "with a condition where its options belong",
    (flow) => tell(flow, {}, exists(now)),
    "The options of the step `Tell` are a bare condition\n  help: Write { when: … }",
  ],
  [
    "with a text for a condition",
    (flow) => {
      flow.step("Wait", wait);
      tell(flow, {}, { when: "order.total > 500" });
    },
    '`when` of the step `Tell` is the text `order.total > 500`\n  help: Give a condition: text.equals(order.state, "open")',
  ],
  [
    "with a misspelt option of its note",
    (flow) => tell(flow, {}, { note: { txt: "Hello" } }),
    "`note` of the step `Tell` has an option `txt`, which there is not\n  help: Did you mean `text`?",
  ],
  [
    "with several options of other types",
    (flow) => tell(flow, {}, { note: 5, mapper: [], metadata: now }),
    '`note` of the step `Tell` is `5`\n  help: Give a text, or { text: "…", onFilter: true }',
    "`mapper` of the step `Tell` is a list\n  help: Give an object: { … }",
    "`metadata` of the step `Tell` is a value that is known only at run time\n  help: Give an object: { … }",
  ],
  [
    "with options that are none",
    (flow) => tell(flow, {}, 5 as never),
    "The options of the step `Tell` are `5`\n  help: Give an object: { … }",
  ],
]);

const ATTEMPTS = "Give a number: how often to try again, such as 3";
const MINUTES = "Give a number: the minutes between two attempts, such as 15";
const retry = onError.retry as (options?: unknown) => unknown;

describe("handlers", () => {
  test.for<[string, unknown, ...string[]]>([
    [
      "a misspelt option, which is not missing as well",
      { attempts: 3, everyMinute: 15 },
      "onError.retry has an option `everyMinute`, which there is not\n  help: Did you mean `everyMinutes`?",
    ],
    [
      "options of another type",
      { attempts: "three", everyMinutes: "5 min" },
      `\`attempts\` of onError.retry is the text \`three\`\n  help: ${ATTEMPTS}`,
      `\`everyMinutes\` of onError.retry is the text \`5 min\`\n  help: ${MINUTES}`,
    ],
    [
      "no options",
      {},
      `onError.retry has no \`attempts\`\n  help: ${ATTEMPTS.replace("Give", "Give it")}`,
      `onError.retry has no \`everyMinutes\`\n  help: ${MINUTES.replace("Give", "Give it")}`,
    ],
    [
      "nothing",
      undefined,
      "The options of onError.retry are `undefined`\n  help: Give an object: { attempts: …, everyMinutes: … }",
    ],
  ])("retry with %s", ([, options, ...mistakes]) => {
    expect(mistakesOf(() => retry(options))).toEqual(mistakes);
  });

  test("resume with a text", () => {
    expect(mistakesOf(() => onError.resume("none" as never))).toEqual([
      "What onError.resume puts in place of the step's output is the text `none`\n  help: Give an object with fields of the step's output: onError.resume({ … })",
    ]);
  });
});

describe("a review", () => {
  const options = {
    connection: connection("hitl"),
    loop: env("LOOP"),
    response: singleSelect(["Yes", "Not Now"]),
    timeoutSeconds: 60,
    onTimeout: "yes",
  };
  const { loop, ...withoutLoop } = options;
  const DEFAULT = "the answer that holds when nobody answers in time";

  test.for<[string, object, ...string[]]>([
    [
      "a misspelt option",
      { ...withoutLoop, lop: loop },
      "review has an option `lop`, which there is not\n  help: Did you mean `loop`?",
    ],
    [
      "no loop",
      withoutLoop,
      'review has no `loop`\n  help: Give it the id of the loop whose members are asked: env("APPROVAL_LOOP")',
    ],
    [
      "no default",
      { ...options, onTimeout: undefined },
      `review has no \`onTimeout\`\n  help: Give it a text: ${DEFAULT}`,
    ],
    [
      "a default that is no answer",
      { ...options, onTimeout: "maybe" },
      "`maybe` is no answer of the review\n  help: Its answers are yes, not_now",
    ],
    [
      "one answer for several",
      { ...options, response: multiSelect(["Red", "Blue"]), onTimeout: "red" },
      `\`onTimeout\` of review is the text \`red\`\n  help: Give a list: […]: ${DEFAULT}`,
    ],
    [
      "a bare list of answers",
      { ...options, response: ["Approve", "Reject"] },
      '`response` of review is a list\n  help: Give a kind of answer: singleSelect(["Approve", "Reject"])',
    ],
    [
      "several mistakes",
      { ...options, timeoutSeconds: "one hour", priority: "urgent", answers: "answers", connection: "hitl" },
      '`connection` of review is the text `hitl`\n  help: Give a connection: connection("hitl")',
      "`timeoutSeconds` of review is the text `one hour`\n  help: Give a number: the seconds to wait for an answer, such as 3600",
      "`priority` of review is the text `urgent`\n  help: Give one of low, medium, high, critical",
      '`answers` of review is the text `answers`\n  help: Give a webhook: webhook("answers")',
    ],
    [
      "a misspelt option of two",
      { ...options, timeoutSecond: 3600, timeoutSeconds: undefined, answer: webhook("in") },
      "review has an option `timeoutSecond`, which there is not\n  help: Did you mean `timeoutSeconds`?",
      "review has an option `answer`, which there is not\n  help: Did you mean `answers`?",
    ],
  ])("with %s", ([, given, ...mistakes]) => {
    expect(mistakesOf(() => review(given as never))).toEqual(mistakes);
  });
});

test("a request to people with a misspelt question, and a status of nothing", () => {
  const ask = review({
    connection: connection("hitl"),
    loop: env("LOOP"),
    response: singleSelect(["Yes", "No"]),
    timeoutSeconds: 60,
    onTimeout: "no",
  });
  expect(mistakesOf(() => ask.request({ txt: "Really?" } as never))).toEqual([
    "review.request has an option `txt`, which there is not\n  help: Did you mean `text`?",
  ]);
  expect(mistakesOf(() => ask.status({} as never))).toEqual([
    "review.status has no `request`\n  help: Give it the `request_id` of the request",
  ]);
});

test("a fragment without a name", () => {
  expect(mistakesOf(() => fragment((() => undefined) as never))).toEqual([
    '`fragment` begins with a name\n  help: Write fragment("Say thanks", (flow) => { … })',
  ]);
});

const EXAMPLES = 'Write "immediately", "on demand", { every: { minutes: 15 } } or { daily: "09:30" }';

describe("a scenario", () => {
  test.for<[string, object, ...string[]]>([
    [
      "a misspelt setting",
      { storeIncompleteExecution: true },
      "The scenario has an option `storeIncompleteExecution`, which there is not\n  help: Did you mean `storeIncompleteExecutions`?",
    ],
    [
      "settings of other types",
      { storeIncompleteExecutions: "yes", maxCycles: "5", inputs: { name: "text" } },
      '`inputs` of the scenario is an object\n  help: Give fields: { name: field.text("Name").required() }',
      "`maxCycles` of the scenario is the text `5`\n  help: Give a whole number, 1 or more",
      "`storeIncompleteExecutions` of the scenario is the text `yes`\n  help: Give true or false",
    ],
    [
      "a schedule in words of its own",
      { schedule: "every 15 minutes" },
      `The schedule of the scenario is the text \`every 15 minutes\`\n  help: ${EXAMPLES}`,
    ],
    [
      "an interval in words",
      { schedule: { every: "15 minutes" } },
      "`every` of the schedule is the text `15 minutes`\n  help: Give an interval: { minutes: 15 }",
    ],
    [
      "a misspelt interval",
      { schedule: { every: { minute: 15 } } },
      "`every` of the schedule has an option `minute`, which there is not\n  help: Did you mean `minutes`?",
    ],
    [
      "a misspelt kind of schedule",
      { schedule: { dayly: "09:00" } },
      "The schedule has an option `dayly`, which there is not\n  help: Did you mean `daily`?",
    ],
    [
      "a schedule without a start",
      { schedule: {} },
      `The schedule does not say when the scenario starts\n  help: ${EXAMPLES}`,
    ],
    [
      "days that there are not, and no time",
      { schedule: { weekly: ["Monday", "friday"] } },
      "An item of `weekly` of the schedule is the text `Monday`\n  help: Give one of sunday, monday, tuesday, wednesday, thursday, friday, saturday",
      'The schedule has no `at`\n  help: Give it a time of day: "09:30"',
    ],
    [
      "times that no day has",
      { schedule: { daily: "25:00", restrict: [{ time: ["09:00", "17:60"] }] } },
      '`daily` of the schedule is the text `25:00`\n  help: Give a time of day: "09:30"',
      '`time` of an item of `restrict` of the schedule is a list\n  help: Give two times of day: ["09:00", "17:30"]',
    ],
    [
      "limits of other types",
      { schedule: { daily: "09:00", between: "2027", restrict: [{ day: ["monday"] }] } },
      '`between` of the schedule is the text `2027`\n  help: Give two dates: ["2027-01-01T00:00:00Z", "2027-12-31T00:00:00Z"]',
      "An item of `restrict` of the schedule has an option `day`, which there is not\n  help: Did you mean `days`?",
    ],
  ])("with %s", ([, settings, ...mistakes]) => {
    expect(mistakesIn((flow) => void flow.step("Wait", wait), settings as Settings)).toEqual(mistakes);
  });
});

const NAMED = 'Write flow.step("Tell the team", slack.createMessage({ … }))';
const ROUTER =
  'Write flow.router("By size", [route("Large", condition, (flow) => { … }), fallback("Others", (flow) => { … })])';
const steps = (flow: AnyFlow): void => void flow.step("Inside", wait);
/** Calls a method as nobody could whose types are checked. */
const call = (flow: Flow, method: keyof Flow, ...given: readonly unknown[]): unknown =>
  (flow[method] as (...all: readonly unknown[]) => unknown)(...given);
const begins = (method: string, help: string): string => `\`${method}\` begins with a name\n  help: ${help}`;

describeMistakes("a call of the flow", [
  ["step without a name", (flow) => call(flow, "step", wait), begins("flow.step", NAMED)],
  [
    "trigger without a name",
    (flow) => call(flow, "trigger", order),
    begins("flow.trigger", 'Write flow.trigger("Order arrives", webhooks.customWebhook({ … }))'),
  ],
  ["router without a name", (flow) => call(flow, "router", []), begins("flow.router", ROUTER)],
  [
    "match without a name",
    (flow) => call(flow, "match", now, { yes: steps }),
    begins("flow.match", 'Write flow.match("Decision", answer.answer, { approve: (flow) => { … } })'),
  ],
  [
    "iterate without a name",
    (flow) => call(flow, "iterate", now),
    begins("flow.iterate", 'Write flow.iterate("Each line", order.lines)'),
  ],
  [
    "repeat without anything",
    (flow) => call(flow, "repeat"),
    begins("flow.repeat", 'Write flow.repeat("Three times", { times: 3 })'),
  ],
  [
    "repeat with a misspelt option",
    (flow) => call(flow, "repeat", "Again", { time: 3 }),
    '`flow.repeat` of `Again` takes an object with `times`, and gets an object\n  help: Write flow.repeat("Three times", { times: 3 })',
  ],
  [
    "several at once, and what stands behind them",
    (flow) => {
      const first = call(flow, "trigger", order) as Expr<string>;
      call(flow, "step", wait);
      flow.step("Twice", tools.sleep({ duration: 0 }), { when: exists(first) });
    },
    expect.stringContaining("`flow.trigger` begins with a name"),
    expect.stringContaining("`flow.step` begins with a name"),
    "Step `Twice`: `duration` is 0, less than 1\n  help: Give a whole number from 1 to 300",
  ],
  [
    "step without a module",
    (flow) => call(flow, "step", "Tell"),
    `\`flow.step\` of \`Tell\` takes a module that is no trigger, and gets nothing\n  help: ${NAMED}`,
  ],
  [
    "step with a function that is not called",
    (flow) => call(flow, "step", "Tell", slack.createMessage),
    `\`flow.step\` of \`Tell\` takes a module that is no trigger, and gets the function of \`Create a Message\`, which is not called\n  help: ${NAMED}`,
  ],
  [
    "step with a trigger",
    (flow) => call(flow, "step", "Order", order),
    `\`flow.step\` of \`Order\` takes a module that is no trigger, and gets the trigger \`Custom webhook\`\n  help: ${NAMED}`,
  ],
  [
    "router with one route",
    (flow) => call(flow, "router", "Split", always("A", steps)),
    `\`flow.router\` of \`Split\` takes a list of routes, and gets a route\n  help: ${ROUTER}`,
  ],
  [
    "router with a bare function",
    (flow) => call(flow, "router", "Split", [steps]),
    `\`flow.router\` of \`Split\` takes a list of routes, and gets a list\n  help: ${ROUTER}`,
  ],
  [
    "match with a text for a route",
    (flow) => call(flow, "match", "Decision", now, { yes: "pay" }),
    '`flow.match` of `Decision` takes a function with steps for each answer, and gets an object\n  help: Write flow.match("Decision", answer.answer, { approve: (flow) => { … } })',
  ],
]);

describeMistakes("an error route", [
  [
    "that returns a step",
    (flow) => {
      flow.step("Wait", wait, { onError: ((inner: AnyFlow) => inner.step("Tell", wait)) as never });
    },
    "The error route of `Wait` returns a value that is known only at run time, which is no handler\n  help: Return a handler such as onError.ignore(), or write the steps in braces: (flow) => { … }",
  ],
  [
    "that ends in nothing",
    (flow) => {
      flow.step("Wait", wait, { onError: (inner) => inner.end(undefined as never) });
    },
    "`flow.end` takes a handler, and gets `undefined`\n  help: Write flow.end(onError.ignore())",
  ],
]);

test("options of an answer that are no list", () => {
  expect(mistakesOf(() => (singleSelect as Loose)("Approve", "Reject"))).toEqual([
    '`singleSelect` takes a list of texts, and gets the text `Approve`\n  help: Write singleSelect(["Approve", "Reject"])',
  ]);
  expect(mistakesOf(() => (multiSelect as Loose)())).toEqual([
    '`multiSelect` takes a list of texts, and gets `undefined`\n  help: Write multiSelect(["Approve", "Reject"])',
  ]);
});

const ROUTE = 'Write route("Large", condition, (flow) => { … }), or always("All", (flow) => { … }) without a condition';

test.for<[string, () => unknown, string]>([
  ["a route without a name", () => (route as Loose)(exists(now), steps), begins("route", ROUTE)],
  [
    "a route without a condition",
    () => (route as Loose)("Large", steps),
    `\`route\` of \`Large\` takes a condition, and gets a function\n  help: ${ROUTE}`,
  ],
  [
    "a fallback without steps",
    () => (fallback as Loose)("Others"),
    '`fallback` of `Others` takes a function with steps, and gets nothing\n  help: Write fallback("Others", (flow) => { … })',
  ],
  [
    "a branch with a text for a condition",
    () => (branch as Loose)("Large", "total > 500", steps),
    '`branch` of `Large` takes a condition, and gets the text `total > 500`\n  help: Write branch("Large", condition, (flow) => { … })',
  ],
])("%s", ([, write, mistake]) => {
  expect(mistakesOf(write)).toEqual([mistake]);
});

test.for<[string, readonly unknown[], string]>([
  ["name", [{}, steps], "`scenario` begins with a name, not with an object"],
  ["settings", ["Orders", steps], "The settings are missing before the steps"],
  ["steps", ["Orders", {}], "The scenario has no steps"],
  ["object of settings", ["Orders", "daily", steps], "The settings of the scenario are the text `daily`"],
])("a scenario without its %s", ([, given, message]) => {
  expect(mistakesOf(() => (scenario as Loose)(...given))).toEqual([
    `${message}\n  help: Write \`scenario(name, settings, (flow) => { … })\`: without settings, \`{}\``,
  ]);
});
