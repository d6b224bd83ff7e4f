import { describe, expect, test } from "vitest";
import { tools, webhooks } from "../../src/apps.ts";
import { ProblemError } from "../../src/diagnostics/diagnostic.ts";
import {
  type Flow as AnyFlow,
  all,
  always,
  any,
  branch,
  type Expr,
  exists,
  fallback,
  iml,
  now,
  onError,
  scenario,
  text,
  webhook,
} from "../../src/index.ts";
import { describeMistakes, type Flow } from "./describe-mistakes.ts";
import { mistakesIn, mistakesOf, order, wait } from "./printed.ts";

const NAME = "Give each step a name of its own: its id is kept by it";
const known = exists(now);
const inside = (flow: AnyFlow): void => {
  flow.step("Inside", wait);
};

describeMistakes("names", [
  [
    "are missing",
    (flow) => flow.step(" ", wait),
    "A step has no name\n  help: Name it: the canvas shows the name, and its id is kept by it",
  ],
  [
    "are given twice",
    (flow) => {
      flow.step("Wait", wait);
      flow.step("Wait", wait);
    },
    expect.stringMatching(/^Two steps are called `Wait` \(the first is in line \d+\)\n {2}help: /u),
  ],
  [
    "are given twice, at whatever depth",
    (flow) => {
      flow.step("Wait", wait, { onError: (flow) => void flow.step("Deep", wait) });
      flow.router("Split", [always("A", (flow) => void flow.step("Deep", wait))]);
    },
    expect.stringContaining(NAME),
  ],
]);

describeMistakes("places", [
  [
    "a trigger that is not first",
    (flow) => {
      flow.step("Wait", wait);
      flow.trigger("Order", order);
    },
    "The trigger `Order` does not stand first\n  help: A scenario has one trigger, in front of all steps; start another scenario for another trigger",
  ],
  [
    "a trigger in a route",
    (flow) => flow.router("Split", [always("A", (flow) => void flow.trigger("Order", order))]),
    "The trigger `Order` does not stand first\n  help: A scenario has one trigger, in front of all steps; start another scenario for another trigger",
  ],
  [
    "a filter on the first step",
    (flow) => flow.step("Wait", wait, { when: known }),
    "The first step `Wait` has a filter, which Make does not ask\n  help: Put the condition on the second step",
  ],
  [
    "a step behind a router",
    (flow) => {
      flow.router("Split", [always("A", inside)]);
      flow.step("After", wait);
    },
    "The step `After` stands behind the router `Split`, where nothing can follow\n  help: Move it into a route, or in front of the router",
  ],
  [
    "a step behind an if-else whose branches do not meet",
    (flow) => {
      flow.step("Before", wait);
      flow.ifElse("Either", [branch("A", known, inside)]);
      flow.step("After", wait);
    },
    "The step `After` stands behind the if-else `Either`, where nothing can follow\n  help: Return values from the branches, and they meet again; or move it into a branch",
  ],
  [
    "a step behind a handler",
    (flow) =>
      flow.step("Wait", wait, {
        onError: (flow) => {
          flow.end(onError.ignore());
          flow.step("After", wait);
        },
      }),
    "The step `After` stands behind the handler Ignore, where nothing can follow\n  help: Move it in front",
  ],
  [
    "a second handler",
    (flow) =>
      flow.step("Wait", wait, {
        onError: (flow) => {
          flow.end(onError.ignore());
          return onError.commit();
        },
      }),
    "Commit stands behind the handler Ignore, where nothing can follow\n  help: Move it in front",
  ],
  [
    "a handler outside of an error route",
    (flow) => {
      flow.step("Wait", wait);
      flow.router("Split", [always("A", (flow) => flow.end(onError.ignore()))]);
    },
    "Ignore stands outside of an error route\n  help: Give it to a step as onError",
  ],
  [
    "a step of an error route written into the flow around it",
    (flow) =>
      flow.step("Wait", wait, {
        onError: () => {
          flow.step("Tell", wait);
          return onError.ignore();
        },
      }),
    "The step `Tell` is written into the flow around the error route of `Wait`\n  help: Use the flow that its function gets",
  ],
  [
    "a step of a route written into the flow around it",
    (flow) =>
      flow.router("Split", [
        always("A", (inner) => {
          inside(inner);
          flow.step("Wrong", wait);
        }),
      ]),
    "The step `Wrong` is written into the flow around the route `A`\n  help: Use the flow that its function gets",
  ],
  [
    "a step of a branch written into the flow around it",
    (flow) =>
      flow.ifElse("Either", [
        branch("A", known, (inner) => {
          inside(inner);
          flow.step("Wrong", wait);
        }),
      ]),
    "The step `Wrong` is written into the flow around the branch `A`\n  help: Use the flow that its function gets",
  ],
]);

describeMistakes("what is empty", [
  ["a scenario", () => undefined, "The scenario `Test` has no steps\n  help: Give it at least one"],
  [
    "a router",
    (flow) => flow.router("Split", []),
    "The router `Split` has no routes\n  help: Give it at least one route",
  ],
  [
    "a route",
    (flow) => flow.router("Split", [always("A", inside), always("B", () => {})]),
    "The route `B` of `Split` has no steps\n  help: Give it a step, or leave the route out",
  ],
  [
    "an if-else",
    (flow) => flow.ifElse("Either", []),
    "The if-else `Either` has no branches\n  help: Give it at least one branch",
  ],
  [
    "a branch",
    (flow) => flow.ifElse("Either", [branch("A", known, () => {})], () => {}),
    "The branch `A` of `Either` has no steps\n  help: Give it a step: Make turns an empty branch off in silence",
    "The branch `otherwise` of `Either` has no steps\n  help: Give it a step: Make turns an empty branch off in silence",
  ],
  [
    "the values of branches",
    (flow) =>
      flow.ifElse("Either", [
        branch("A", known, (flow) => {
          inside(flow);
          return {};
        }),
      ]),
    "The branches of `Either` give no values\n  help: Return the values that are used behind the if-else, or nothing at all",
  ],
  [
    "an error route",
    (flow) => flow.step("Wait", wait, { onError: () => {} }),
    "The error route of `Wait` is empty\n  help: End it with a handler such as onError.ignore()",
  ],
  ...[all(), any(), text.isOneOf(now as Expr<never>, []), all(any(), known)].map(
    (condition, index) =>
      [
        `a condition (${index + 1})`,
        (flow: Flow) => {
          flow.step("First", wait);
          flow.step("Wait", wait, { when: condition });
        },
        "A condition of `Wait` asks nothing, so that everything would fit\n  help: Give all(), any() and isOneOf() at least one thing to ask",
      ] as const,
  ),
]);

test("a router has one fallback at most", () => {
  const other = (flow: AnyFlow): void => void flow.step("Other", wait);
  expect(mistakesIn((flow) => flow.router("Split", [fallback("A", inside), fallback("B", other)]))).toEqual([
    "The router `Split` has 2 fallback routes\n  help: Keep one of them",
  ]);
});

describe("several mistakes", () => {
  test("are told together, with their places, in the order of the source", () => {
    const write = () =>
      scenario("Test", { maxCycles: 0 }, (flow) => {
        flow.step("Twice", wait);
        flow.step("Twice", tools.sleep({ duration: 0 }));
        flow.step("Braces", tools.compose({ value: iml`{{now}}` }));
        flow.step("Never reached", wait);
      });
    expect(mistakesOf(write).map((mistake) => mistake.split("\n")[0])).toEqual([
      "`maxCycles` is 0, less than 1",
      "Step `Twice`: `duration` is 0, less than 1",
      expect.stringMatching(/^Two steps are called `Twice`/u),
      "The text `{{now}}` holds `{{`, which Make reads as a mapping",
    ]);
    const { problems } = thrownBy(write) as ProblemError;
    expect(problems.every(({ path }) => path === import.meta.filename)).toBe(true);
    const [first = 0, ...others] = problems.map(({ span }) => span?.line ?? 0);
    expect(others.map((line) => line - first)).toEqual([2, 2, 3]);
  });

  test("do not hide what the author's own code throws", () => {
    const own = new RangeError("Mine");
    expect(
      thrownBy(() =>
        scenario("Test", {}, () => {
          throw own;
        }),
      ),
    ).toBe(own);
  });

  test("are told of a value refused outside of any scenario, too", () => {
    const error = thrownBy(() => iml`{{now}}`) as ProblemError;
    expect(error).toBeInstanceOf(ProblemError);
    expect(error.problems).toHaveLength(1);
  });
});

test.for<[string, (flow: Flow) => unknown, string]>([
  ["route", (flow) => flow.router("Split", [always("A", async (flow) => void flow.step("In", wait))]), "the route `A`"],
  ["branch", (flow) => flow.ifElse("Either", [branch("B", known, (async () => {}) as never)]), "the branch `B`"],
  [
    "handler",
    (flow) => flow.step("Wait", wait, { onError: (async () => onError.ignore()) as never }),
    "the error route of `Wait`",
  ],
  ["scenario", async (flow) => void flow.step("In", wait), "the scenario `Test`"],
])("an async function of a %s is refused, because its steps would come too late", ([, steps, of]) => {
  const mistakes = mistakesOf(() => scenario("Test", {}, steps as (flow: Flow) => void));
  expect(mistakes).toContain(
    `The function of ${of} is async\n  help: Write its steps at once; await what they need at the top of the file`,
  );
});

test("a scenario whose settings are left out is told where they belong", () => {
  const mistakes = mistakesOf(() => scenario("Test", ((flow: Flow) => inside(flow)) as never, undefined as never));
  expect(mistakes).toEqual([
    "The settings are missing before the steps\n  help: Write `scenario(name, settings, (flow) => { … })`: without settings, `{}`",
  ]);
});

test.for<[string, string]>([
  ["", "The scenario has no name\n  help: Name it with letters or digits: its files are called by the name"],
  ["!?", "The scenario has no name\n  help: Name it with letters or digits: its files are called by the name"],
  ["x".repeat(121), "The name has 121 characters; Make takes 120\n  help: Shorten it"],
])("a scenario's name is refused: %j", ([name, message]) => {
  expect(mistakesOf(() => scenario(name, {}, (flow) => void flow.step("Wait", wait)))).toEqual([message]);
});

test.for([
  ["Google Forms: ask", "google-forms-ask"],
  ["  Überweisung – Größe & Co. ", "uberweisung-große-co"],
  ["注文 2", "注文-2"],
  ["../../etc/passwd", "etc-passwd"],
] as const)("a scenario's files are called by its name: %j", ([name, slug]) => {
  const written = scenario(
    name,
    {},
    (flow) => void flow.trigger("In", webhooks.customWebhook({ webhook: webhook("in") })),
  );
  expect(written.slug).toBe(slug);
});

function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error("Nothing was thrown");
}
