import { describe, expect, test } from "vitest";
import { tools } from "../../src/apps.ts";
import { functions } from "../../src/iml/functions.ts";
import {
  customFunction,
  env,
  executionId,
  fn,
  iml,
  keywords,
  now,
  op,
  organizationVariable,
  pi,
  type Ref,
  random,
  raw,
  teamVariable,
  thisScenario,
  timestamp,
  uuid,
} from "../../src/index.ts";
import { lastModule, mistakesIn, mistakesOf, type Order, order, written } from "./printed.ts";

/** What a value of the trigger's output is written as. */
function writtenOf(value: (order: Ref<Order>) => unknown): unknown {
  const module = lastModule((flow) => {
    const trigger = flow.trigger("Order", order);
    flow.step("Value", tools.compose({ value: value(trigger) as string }));
  });
  return (module as { readonly mapper: { readonly value: unknown } }).mapper.value;
}

describe("a step's output is written as a mapping", () => {
  test.for<[string, (order: Ref<Order>) => unknown, string]>([
    ["as a whole", (order) => order, "{{`1`}}"],
    ["a field", (order) => order.id, "{{1.id}}"],
    ["a field of a field", (order) => order.customer.email, "{{1.customer.email}}"],
    ["a name that needs backticks", (order) => order.customer["first name"], "{{1.customer.`first name`}}"],
    ["an item", (order) => order.lines.at(2).sku, "{{1.lines[2].sku}}"],
    ["the first item", (order) => order.lines.first().sku, "{{1.lines[1].sku}}"],
    ["the last item", (order) => order.lines.last().sku, "{{1.lines[-1].sku}}"],
    ["an item whose position is known at run time", (order) => order.tags.at(order.id), "{{1.tags[1.id]}}"],
    [
      "in a text",
      (order) => iml`Order ${order.id} of ${order.customer.email}`,
      "Order {{1.id}} of {{1.customer.email}}",
    ],
    ["as an operand", (order) => fn.upper(order.note), "{{upper(1.note)}}"],
    ["in a text that is an operand", (order) => fn.upper(iml`#${order.id}!`), '{{upper("#" + 1.id + "!")}}'],
    [
      "a text that begins with a value",
      (order) => fn.upper(iml`${order.id}${order.note}`),
      '{{upper("" + 1.id + 1.note)}}',
    ],
  ])("%s", ([, value, expected]) => {
    expect(writtenOf(value)).toBe(expected);
  });

  test("also when a field is called like a function of lists", () => {
    const last = lastModule((flow) => {
      const step = flow.step(
        "Raw",
        raw.module<{ readonly at: { readonly first: string } }>({ module: "a:B", version: 1 }),
      );
      flow.step("Value", tools.compose({ value: step.at.first }));
    });
    expect(last).toMatchObject({ mapper: { value: "{{1.at.first}}" } });
  });
});

describe("a text", () => {
  test.for([
    [iml``, ""],
    [iml`plain`, "plain"],
    [iml`${"text"} ${1.5} ${true} ${new Date(0)}`, "text 1.5 true 1970-01-01T00:00:00.000Z"],
    [iml`#${9007199254740993n}`, "#9007199254740993"],
    [iml`a\nb`, "a\nb"],
    [iml`${iml`inner ${now}`}!`, "inner {{now}}!"],
    [iml`{ "a": ${now} }`, '{ "a": {{now}} }'],
    [iml`}} ${now}`, "}} {{now}}"],
  ] as const)("%# is written as it stands", ([value, expected]) => {
    expect(written(value)).toBe(expected);
  });

  test.for([
    [undefined, "A text cannot hold undefined"],
    [null, "A text cannot hold null"],
    [{ a: 1 }, "A text cannot hold a value of the type object"],
    [() => 1, "A text cannot hold a value of the type function"],
    ["{{1.id}}", "The text `{{1.id}}` holds `{{`, which Make reads as a mapping"],
  ])("refuses %o", ([value, message]) => {
    const [mistake = ""] = mistakesOf(() => iml`${value}`);
    expect(mistake.split("\n")[0]).toBe(message);
  });

  test("refuses braces that Make would read as a mapping", () => {
    expect(mistakesOf(() => iml`{{1.id}} and ${now}`)).toEqual([
      `The text \`{{1.id}} and \` holds \`{{\`, which Make reads as a mapping\n  help: Write \${value} with the value itself, or raw.text\`{{…}}\` for mapping text as it is`,
    ]);
  });
});

test("a number beyond those of JavaScript stays a number", () => {
  expect(written(9007199254740993n)).toBe(9007199254740993n);
  expect(written([{ id: 5n }])).toEqual([{ id: 5n }]);
});

describe("values are not joined by JavaScript", () => {
  const help = `\n  help: Write iml\`… \${value} …\`, which Make fills in at run time`;
  const joined = `A value that is known only at run time was joined to a text by JavaScript${help}`;

  test.for<[string, (order: Ref<Order>) => unknown]>([
    ["a template string", (order) => `Order ${order.id}`],
    ["plus", (order) => ((order.id as unknown as number) + 1) as unknown],
    ["String()", (order) => String(order.note)],
    ["a template string around a function", (order) => `Order ${fn.upper(order.note)}`],
    ["a template string around a text", (order) => `Order ${iml`#${order.id}`}`],
    ["a template string around an environment value", () => `Order ${env("PREFIX")}`],
    ["a template string around a keyword", () => `Today: ${now}`],
    ["join()", (order) => [order.note, order.id].join(" ")],
  ])("not by %s", ([, value]) => {
    expect(mistakesIn((flow) => void value(flow.trigger("Order", order)))).toEqual([joined]);
  });

  test.for<[string, (order: Ref<Order>) => unknown]>([
    ["greater than", (order) => (order.id as unknown as number) > 500],
    ["at most", (order) => 500 <= (order.id as unknown as number)],
    ["a comparison of text", (order) => (order.note as unknown as string) < "m"],
    ["arithmetic", (order) => (order.id as unknown as number) * 2],
    ["a value of a function", (order) => (fn.length(order.note) as unknown as number) > 5],
  ])("nor compared or calculated with: %s", ([, value]) => {
    expect(mistakesIn((flow) => void value(flow.trigger("Order", order)))).toEqual([
      "JavaScript compares or calculates here, before Make runs\n  help: Write `{ when: number.greaterThan(order.total, 500) }`, or `flow.router(…)` for several ways; to calculate, `op.multiply(order.total, 2)`",
    ]);
  });

  test.for<[string, (order: Ref<Order>) => unknown]>([
    ["spreading", (order) => ({ ...order.customer })],
    ["Object.keys", (order) => Object.keys(order.customer)],
    ["Object.entries", (order) => Object.entries(order)],
  ])("nor are their fields listed, by %s", ([, list]) => {
    expect(mistakesIn((flow) => void list(flow.trigger("Order", order)))).toEqual([
      "The fields of a step's output are known only at run time, and cannot be spread or listed\n  help: Name the fields one by one",
    ]);
  });

  test("nor called", () => {
    expect(
      mistakesIn((flow) => void (flow.trigger("Order", order).note as unknown as { trim(): string }).trim()),
    ).toEqual([
      "`trim` is a field of a step's output, not a function\n  help: Functions of the mapping language are called as fn.name(value)",
    ]);
  });
});

describe("functions and operators", () => {
  test.for([
    [fn.formatDate(now, "YYYY-MM-DD"), '{{formatDate(now; "YYYY-MM-DD")}}'],
    [fn.if(op.greater(random, 0.5), "heads", "tails"), '{{if(random > 0.5; "heads"; "tails")}}'],
    [fn.ifempty(env("X"), "none"), '{{ifempty("value"; "none")}}'],
    [fn.round(-2.5), "{{round(-2.5)}}"],
    [fn.replace("a", '"', "'"), '{{replace("a"; """"; "\'")}}'],
    [fn.addDays(new Date(0), 1), '{{addDays("1970-01-01T00:00:00.000Z"; 1)}}'],
    [op.add(1, op.multiply(2, 3)), "{{1 + 2 * 3}}"],
    [op.multiply(op.add(1, 2), 3), "{{(1 + 2) * 3}}"],
    [op.subtract(1, op.subtract(2, 3)), "{{1 - (2 - 3)}}"],
    [op.divide(1, 2), "{{1 / 2}}"],
    [op.modulo(5, 2), "{{5 % 2}}"],
    [op.and(op.equal("a", now), op.notEqual(1, null)), '{{"a" = now & 1 != null}}'],
    [op.or(op.less(1, 2), op.lessOrEqual(1, 2)), "{{1 < 2 | 1 <= 2}}"],
    [op.greaterOrEqual(now, now), "{{now >= now}}"],
    [customFunction<[net: number, country: string], number>("vat")(5, "DE"), '{{vat(5; "DE")}}'],
    [customFunction("noOperands")(), "{{noOperands()}}"],
  ] as const)("%# are written in the mapping language", ([value, expected]) => {
    expect(written(value, { values: { X: "value" } })).toBe(expected);
  });

  test("all functions of the language can be called", () => {
    expect(Object.keys(fn).sort()).toEqual([...functions.keys()].sort());
    expect(written((fn as unknown as Record<string, () => unknown>).upper?.())).toBe("{{upper()}}");
  });

  test.for([
    [[1, 2], "list"],
    [{ a: 1 }, "object"],
    [Number.NaN, "number"],
    [() => 1, "function"],
  ] as const)("refuse %o as an operand", ([value, type]) => {
    const [mistake = ""] = mistakesOf(() => fn.upper(value as never));
    expect(mistake.split("\n")[0]).toBe(`A value of the type ${type} cannot stand in an expression`);
  });

  test("a custom function must have a name that can be called", () => {
    const value = customFunction("my function")();
    expect(mistakesOf(() => written(value))).toEqual(['Step `Value`: Make cannot call a function named "my function"']);
  });
});

test.for([
  ["now", now],
  ["timestamp", timestamp],
  ["uuid", uuid],
  ["random", random],
  ["pi", pi],
  ["executionId", executionId],
  ["ignore", keywords.ignore],
  ["erase", keywords.erase],
  ["null", keywords.null],
  ["emptystring", keywords.emptyText],
  ["emptyarray", keywords.emptyList],
  ["space", keywords.space],
  ["nbsp", keywords.noBreakSpace],
  ["tab", keywords.tab],
  ["newline", keywords.newline],
  ["carriagereturn", keywords.carriageReturn],
  ["var.scenario.name", thisScenario.name],
  ["var.scenario.url", thisScenario.url],
  ["var.scenario.executionId", thisScenario.executionId],
  ["var.scenario.executionUrl", thisScenario.executionUrl],
  ["var.organization.rate", organizationVariable("rate")],
  ["var.organization.`tax rate`", organizationVariable("tax rate")],
  ["var.team.rate", teamVariable<number>("rate")],
] as const)("%s is there without any step", ([expected, value]) => {
  expect(written(value)).toBe(`{{${expected}}}`);
});
