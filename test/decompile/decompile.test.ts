import { describe, expect, test } from "vitest";
import { blueprint, filter, type JsonObject, module, route, router, webhook } from "../lint/blueprints.ts";
import { project } from "../load/project.ts";
import { decompiled, decompiledFiles, told } from "./decompiling.ts";
import { typeErrors } from "./type-check.ts";

const named = (name: string): JsonObject => ({ metadata: { designer: { x: 0, y: 0, name } } });
const order = webhook(1, named("Order"));
const act = (id: number, mapper: JsonObject, more: JsonObject = {}): JsonObject =>
  module(id, "acme:act", { mapper, ...named(`Act ${id}`), ...more });

/** The steps behind the trigger, without indentation and on one line each. */
function stepsOf(...flow: readonly JsonObject[]): string {
  const { source, problems } = decompiled(blueprint([order, ...flow]));
  expect(problems).toEqual([]);
  const start = source.indexOf(";\n", source.indexOf("flow.trigger(")) + 2;
  return source
    .slice(start, source.lastIndexOf("});"))
    .replaceAll(/\s*\n\s*/gu, " ")
    .replaceAll(/([([]) /gu, "$1")
    .replaceAll(/,? ([)\]])/gu, "$1")
    .replaceAll(/, \}/gu, " }")
    .trim();
}

/** The code of a value in a module that nothing is known of. */
function codeOf(value: unknown, ...before: readonly JsonObject[]): string {
  const steps = stepsOf(...before, act(9, { value: value as string }));
  const [, code = steps] = /mapper: \{ value: (.*) \} \}\)\);?$/u.exec(steps) ?? [];
  return code;
}

describe("a mapping is written in words", () => {
  test.for<[string, string]>([
    ["plain text", '"plain text"'],
    ["{{1.note}}", "order.note"],
    ["{{1.customer.`first name`}}", 'order.customer["first name"]'],
    ["{{1.lines[1].sku}}", "order.lines.first().sku"],
    ["{{1.lines[].sku}}", "order.lines.first().sku"],
    ["{{1.lines[-1].sku}}", "order.lines.last().sku"],
    ["{{1.lines[3].sku}}", "order.lines.at(3).sku"],
    ["Hello {{1.name}}!", "iml`Hello ${order.name}!`"],
    ["{{1.a}}{{1.b}}", "iml`${order.a}${order.b}`"],
    ["${1} `{{1.a}}`", "iml`\\${1} \\`${order.a}\\``"],
    ["{{now}}", "now"],
    ["{{emptystring}}", "keywords.emptyText"],
    ["{{upper(1.note)}}", "fn.upper(order.note)"],
    ['{{formatDate(now; "YYYY")}}', 'fn.formatDate(now, "YYYY")'],
    ["{{if(1.paid;1.a;)}}", "raw.text`{{if(${order}.paid;${order}.a;)}}`"],
    ["{{1.a + 1}}", "op.add(order.a, 1)"],
    ["{{-1.a}}", "op.negate(order.a)"],
    ["{{!1.paid}}", "op.not(order.paid)"],
    ["{{1.a = 5}}", "op.equal(order.a, 5)"],
    ["{{(1.a + 1) * 2}}", "op.multiply(op.add(order.a, 1), 2)"],
    ['{{"x"}}', 'coerce<string>("x")'],
    ["{{5}}", "coerce<number>(5)"],
    ["{{true}}", "coerce<boolean>(true)"],
    ["{{var.organization.rate}}", 'organizationVariable("rate")'],
    ["{{var.scenario.url}}", "thisScenario.url"],
    ["{{myFunction(1.a)}}", "raw.text`{{myFunction(${order}.a)}}`"],
    ["{{1.50}}", "raw.text`{{1.50}}`"],
    ["{{}}", "raw.text`{{}}`"],
  ])("%s as %s", ([text, code]) => {
    expect(codeOf(text)).toBe(code);
  });

  test.for([
    ["{{99.a}}", "a module that is not there"],
    ["{{9.a}}", "the module itself"],
    ["{{1.a +}}", "what cannot be parsed"],
    ["{{1.a}} {{", "a brace that is not closed"],
    ["text with {{", "braces alone"],
  ] as const)("but as it is, where it speaks of %1$s: %0$s", ([text]) => {
    expect(codeOf(text)).toBe(`raw.value(${JSON.stringify(text)})`);
  });

  test("may be anywhere in a value", () => {
    expect(codeOf([{ a: "{{1.x}}", "b c": null }, [true, "{{99.y}}"]])).toBe(
      '[{ a: order.x, "b c": null }, [true, raw.value("{{99.y}}")]]',
    );
  });
});

describe("a condition is written in words", () => {
  const conditionOf = (more: JsonObject): string =>
    /when: (.*) \}\);?$/u.exec(
      stepsOf(module(2, "builtin:BasicFeeder", { mapper: { array: "{{1.lines}}" } }), act(9, {}, more)),
    )?.[1] ?? "";

  test.for<[string, string, string | undefined, string]>([
    ["{{1.note}}", "exist", undefined, "exists(order.note)"],
    ["{{1.note}}", "notexist", "", "notExists(order.note)"],
    ["{{1.note}}", "text:equal", "x", 'text.equals(order.note, "x")'],
    ["{{1.note}}", "text:contain:ci", "x", 'text.contains(order.note, "x", { ignoreCase: true })'],
    ["{{1.total}}", "number:greater", "5", "number.greaterThan(order.total, 5)"],
    ["{{1.total}}", "number:greater", "five", 'raw.condition("number:greater", order.total, "five")'],
    ["{{1.total}}", "number:greater", "NaN", 'raw.condition("number:greater", order.total, "NaN")'],
    ["{{1.at}}", "date:less", "{{now}}", "date.before(order.at, now)"],
    ["{{1.paid}}", "boolean:equal", "true", "boolean.isTrue(order.paid)"],
    ["{{1.paid}}", "boolean:notequal", "{{1.free}}", "boolean.notEquals(order.paid, order.free)"],
    ["{{1.tags}}", "array:contain", "x", 'array.contains(order.tags, "x")'],
    ["{{1.tags}}", "array:greater", "2", "array.longerThan(order.tags, 2)"],
    ["{{1.tags}}", "array:greater:ci", "2", 'raw.condition("array:greater:ci", order.tags, "2")'],
    ["{{1.v}}", "semver:less", "1.2.3", 'version.olderThan(order.v, "1.2.3")'],
    ["{{1.note}}", "text:equals", "x", 'raw.condition("text:equals", order.note, "x")'],
    ["{{1.note}}", "__proto__:constructor", "x", 'raw.condition("__proto__:constructor", order.note, "x")'],
    ["plain", "text:equal", "x", 'raw.condition("text:equal", "plain", "x")'],
    ["{{99.x}}", "text:equal", "x", 'text.equals(raw.value("{{99.x}}"), "x")'],
  ])("%s %s %s as %3$s", ([a, o, b, code]) => {
    expect(conditionOf(filter(a, o, b))).toBe(code);
  });

  const a = { a: "{{1.a}}", o: "exist" };
  const b = { a: "{{1.b}}", o: "exist" };
  test.for<[JsonObject, string]>([
    [{ name: "Both", conditions: [[a, b]] }, '["Both", all(exists(order.a), exists(order.b))]'],
    [{ name: "", conditions: [[a], [b]] }, "any(exists(order.a), exists(order.b))"],
    [{ name: "", conditions: [[a, b], [b]] }, "any(all(exists(order.a), exists(order.b)), exists(order.b))"],
    [
      {
        name: "",
        conditions: [[{ a: "{{1.a}}", o: "text:equal", b: "x" }], [{ a: "{{1.a}}", o: "text:equal", b: "y" }]],
      },
      'text.isOneOf(order.a, ["x", "y"])',
    ],
    [{ name: "Nothing", conditions: [] }, ""],
    [{ name: "Nothing", conditions: [[]] }, ""],
  ])("%j as %s", ([given, code]) => {
    expect(conditionOf({ filter: given })).toBe(code);
  });
});

describe("a flow is written in words", () => {
  const is = (state: string) => ({
    filter: { name: state, conditions: [[{ a: "{{1.state}}", o: "text:equal", b: state }]] },
  });

  test.for<[string, readonly JsonObject[], string]>([
    [
      "a router by one value, as match",
      [router(2, [route(act(3, {}, is("open"))), route(act(4, {}, is("closed")))], named("State"))],
      'flow.match("State", order.state, { open: (flow) => { flow.step("Act 3", raw.module({ module: "acme:act", version: 1 })); }, closed: (flow) => { flow.step("Act 4", raw.module({ module: "acme:act", version: 1 })); } });',
    ],
    [
      "a router by answers that are numbers, as router, since an object would sort them",
      [router(2, [route(act(3, {}, is("2"))), route(act(4, {}, is("1")))], named("State"))],
      'flow.router("State", [route("2", text.equals(order.state, "2"), (flow) => { flow.step("Act 3", raw.module({ module: "acme:act", version: 1 })); }), route("1", text.equals(order.state, "1"), (flow) => { flow.step("Act 4", raw.module({ module: "acme:act", version: 1 })); })]);',
    ],
    [
      "a router with a fallback and a route that is switched off",
      [
        router(2, [{ ...route(act(3, {})), disabled: true }, route(act(4, {}))], {
          ...named("Split"),
          parameters: { else: 1 },
        }),
      ],
      'flow.router("Split", [always("Act 3", (flow) => { flow.step("Act 3", raw.module({ module: "acme:act", version: 1 })); }, { disabled: true }), fallback("Otherwise", (flow) => { flow.step("Act 4", raw.module({ module: "acme:act", version: 1 })); })]);',
    ],
    [
      "a directive alone",
      [act(2, {}, { onerror: [module(3, "builtin:Break", { mapper: { retry: true, count: "5", interval: "1" } })] })],
      'flow.step("Act 2", raw.module({ module: "acme:act", version: 1 }), { onError: onError.retry({ attempts: 5, everyMinutes: 1 }) });',
    ],
    [
      "a directive alone that reads the error",
      [act(2, {}, { onerror: [module(3, "builtin:Resume", { mapper: { text: "{{2.error.message}}" } })] })],
      'flow.step("Act 2", raw.module<{ text: string }>({ module: "acme:act", version: 1 }), { onError: (_flow, error) => onError.resume({ text: error.message }) });',
    ],
    [
      "an error route that reads its steps in its directive",
      [act(2, {}, { onerror: [act(3, {}), module(4, "builtin:Resume", { mapper: { text: "{{3.text}}" } })] })],
      'flow.step("Act 2", raw.module<{ text: string }>({ module: "acme:act", version: 1 }), { onError: (flow) => { const act3 = flow.step("Act 3", raw.module<{ text: string }>({ module: "acme:act", version: 1 })); return onError.resume({ text: act3.text }); } });',
    ],
    [
      "an iterator and an aggregator",
      [
        module(2, "builtin:BasicFeeder", { mapper: { array: "{{1.lines}}" }, ...named("Each line") }),
        module(3, "builtin:BasicAggregator", {
          parameters: { feeder: 2 },
          mapper: { sku: "{{2.sku}}" },
          flags: { stopIfEmpty: true },
          ...named("Lines"),
        }),
      ],
      'const eachLine = flow.iterate("Each line", order.lines); flow.collect("Lines", eachLine, { sku: eachLine.sku }, { stopIfEmpty: true });',
    ],
    [
      "an aggregator that collects from nothing",
      [module(2, "acme:sum", { parameters: { feeder: 9 }, ...named("Sum") })],
      'flow.step("Sum", raw.module({ module: "acme:sum", version: 1, parameters: { feeder: raw.value(9) } }));',
    ],
  ])("%s", ([, flow, code]) => {
    expect(stepsOf(...flow)).toBe(code);
  });

  test("agents in tools of agents, each of which is given values of its own", () => {
    const inner = act(3, {}, { tools: [{ name: "inner", flow: [act(4, { a: "{{2.x}}", b: "{{3.y}}" })] }] });
    expect(stepsOf(act(2, {}, { tools: [{ name: "outer", flow: [inner] }] }))).toContain(
      'tool<{ x: string }>("outer", (flow, given) => { flow.step("Act 3", raw.module({ module: "acme:act", version: 1 }), { tools: [tool<{ y: string }>("inner", (flow, given2) => { flow.step("Act 4", raw.module({ module: "acme:act", version: 1, mapper: { a: given.x, b: given2.y } })); })] });',
    );
  });
});

describe("what no scenario can have is told", () => {
  const trouble = (...flow: readonly JsonObject[]): readonly string[] =>
    decompiled(blueprint([order, ...flow])).problems.map(({ pointer, message }) => `${pointer} ${message}`);
  const ifElse = (branches: readonly JsonObject[], more: JsonObject = {}) =>
    module(2, "builtin:BasicIfElse", { mapper: null, branches, ...more });
  const branch = (more: JsonObject = {}) => ({
    type: "condition",
    label: "a",
    merge: true,
    conditions: filter("{{1.a}}", "exist").filter && [[{ a: "{{1.a}}", o: "exist" }]],
    flow: [act(3, {})],
    ...more,
  });
  const merge = (more: JsonObject = {}) =>
    module(5, "builtin:BasicMerge", {
      parameters: undefined,
      mapper: null,
      outputs: [{ name: "x", mappings: [1] }],
      filters: [null],
      ...more,
    });

  test.for<[string, readonly JsonObject[], readonly string[]]>([
    [
      "a route without modules",
      [router(2, [{ flow: [] }])],
      ["/flow/1/routes/0/flow Route 1 of `builtin:BasicRouter (2)` has no modules"],
    ],
    [
      "modules behind a router",
      [router(2, [route(act(3, {}))]), act(4, {})],
      ["/flow/1 `builtin:BasicRouter (2)` has modules behind its routes, which Make never runs"],
    ],
    [
      "an error handler of a router",
      [router(2, [route(act(3, {}))], { onerror: [act(4, {})] })],
      ["/flow/1 `builtin:BasicRouter (2)` has an error handler, but a router cannot fail"],
    ],
    [
      "routes of another module",
      [act(2, {}, { routes: [route(act(3, {}))] })],
      ["/flow/1 `Act 2 (2)` has routes, but is no router"],
    ],
    [
      "flags of another module",
      [act(2, {}, { flags: { stopIfEmpty: true } })],
      ["/flow/1 `Act 2 (2)` has flags that only an aggregator behind its source can have"],
    ],
    [
      "a merge without an if-else",
      [merge()],
      ["/flow/1 `builtin:BasicMerge (5)` has outputs or filters that only a merge behind an if-else can have"],
    ],
    [
      "a branch without modules",
      [ifElse([branch({ flow: [], merge: false })])],
      ["/flow/1 `builtin:BasicIfElse (2)` has a branch without modules, which Make switches off"],
    ],
    [
      "a branch that asks nothing",
      [ifElse([branch({ conditions: [[]], merge: false })])],
      ["/flow/1/branches/0/conditions Branch 1 of `builtin:BasicIfElse (2)` asks nothing"],
    ],
    [
      "an if-else that is all else",
      [ifElse([branch({ type: "else", conditions: undefined, merge: false })])],
      ["/flow/1 `builtin:BasicIfElse (2)` has no branch with a condition"],
    ],
    [
      "an else branch that is not the last one",
      [
        ifElse([
          branch({ type: "else", conditions: undefined, merge: false }),
          branch({ merge: false, flow: [act(4, {})] }),
        ]),
      ],
      [
        "/flow/1 `builtin:BasicIfElse (2)` has an else branch that is not the last one, or is switched off",
        "/flow/1/branches/0/conditions Branch 1 of `builtin:BasicIfElse (2)` asks nothing",
      ],
    ],
    [
      "modules behind branches that do not meet",
      [ifElse([branch({ merge: false })]), act(4, {})],
      ["/flow/1 `builtin:BasicIfElse (2)` has modules behind its branches, which Make never runs"],
    ],
    [
      "a merge of no branches",
      [ifElse([branch({ merge: false })]), merge({ outputs: [{ name: "x", mappings: [] }], filters: [] })],
      ["/flow/2 `builtin:BasicMerge (5)` brings no branches together"],
    ],
    [
      "a merge with an output that has too few values",
      [ifElse([branch()]), merge({ outputs: [{ name: "x", mappings: [] }] })],
      [
        "/flow/2 `builtin:BasicMerge (5)` has no outputs, or not one value of each for every branch that it brings together",
      ],
    ],
    [
      "a merge with two outputs of one name",
      [
        ifElse([branch()]),
        merge({
          outputs: [
            { name: "x", mappings: [1] },
            { name: "x", mappings: [2] },
          ],
        }),
      ],
      ["/flow/2 `builtin:BasicMerge (5)` has two outputs of one name, or a name that is a number behind others"],
    ],
    [
      "a merge with a filter",
      [ifElse([branch()]), merge({ filters: [{ conditions: [[{ a: 1, o: "exist" }]] }] })],
      ["/flow/2/filters `builtin:BasicMerge (5)` has filters, for which scenarios as code have no words yet"],
    ],
    [
      "a merge with an error handler",
      [ifElse([branch()]), merge({ onerror: [act(9, {})] })],
      ["/flow/2 `builtin:BasicMerge (5)` has more than outputs, though nothing else of a merge means anything to Make"],
    ],
    [
      "a tool without modules",
      [act(2, {}, { tools: [{ name: "x", flow: [] }] })],
      ["/flow/1 `Act 2 (2)` has a tool without modules"],
    ],
  ])("%s", ([, flow, expected]) => {
    expect(trouble(...flow)).toEqual(expected);
  });
});

describe("types", () => {
  test("of outputs are what is read of them, and what the export says", async () => {
    const flow = [
      webhook(1, {
        metadata: {
          designer: { x: 0, y: 0, name: "Order" },
          interface: [
            { name: "at", type: "date" },
            { name: "total", type: "number" },
            { name: "unused", type: "text" },
          ],
        },
      }),
      act(2, { a: "{{1.at}}", b: "{{1.total}}", c: "{{1.lines[].sku}}", d: "{{sum(1.amounts)}}" }),
    ];
    const result = await decompiledFiles(blueprint(flow));
    expect(told(result)).toEqual([]);
    const source = result.files[0]?.source ?? "";
    expect(/interface Order \{[^}]*\}(?:\[\];[^}]*\})?/u.exec(source)?.[0]).toMatchInlineSnapshot(`
      "interface Order {
        at: Date;
        total: number;
        lines: { sku: string }[];
        amounts: number;
      }"
    `);
    const { folder, write } = project({ "a.scenario.ts": source });
    for (const { fileName, code } of result.files[0]?.modules ?? []) write({ [`modules/${fileName}`]: code });
    expect(typeErrors(folder)).toBe("");
    write({ "a.scenario.ts": source.replaceAll(".total", ".totals") });
    expect(typeErrors(folder)).toContain("Did you mean 'total'?");
  });
});
