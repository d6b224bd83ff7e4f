import { describe, expect, test } from "vitest";
import { http, json, slack, tools } from "../../src/apps.ts";
import { always, connection, iml, now, raw, scenario, text } from "../../src/index.ts";
import { blueprintOf, lastModule, mistakesOf, modulesOf, order, wait, written } from "./printed.ts";

describe("a value as it is", () => {
  test.for<[unknown]>([["{{9.x}} {{ broken"], [""], [null], [5], [true], [[1, "{{1.a}}"]], [{ a: { b: "{{" } }]])(
    "%j stands in the blueprint like that",
    ([value]) => {
      expect(written(raw.value(value as never))).toEqual(value);
    },
  );

  test("fits a field of any kind, without being checked", () => {
    const [wait, request, parse, message] = modulesOf((flow) => {
      flow.step("Wait", tools.sleep({ duration: raw.value("{{1.seconds}}") }));
      flow.step(
        "Ask",
        http.makeRequest({ url: raw.value(5), method: raw.value("BREW"), headers: raw.value("{{1.headers}}") }),
      );
      flow.step("Parse", json.parseJson({ json: raw.value("{no json") }));
      flow.step("Tell", slack.createMessage({ connection: raw.value(99), channel: "#a", text: "Hi" }));
    });
    expect(wait).toMatchObject({ mapper: { duration: "{{1.seconds}}" } });
    expect(request).toMatchObject({ mapper: { url: 5, method: "BREW", headers: "{{1.headers}}" } });
    expect(parse).toMatchObject({ mapper: { json: "{no json" } });
    expect(message).toMatchObject({ parameters: { __IMTCONN__: 99 } });
  });

  test("may stand inside of others", () => {
    const value = { list: [raw.value("{{1.a}}"), "b"], more: raw.value({ c: 1 }) };
    const last = lastModule((flow) => void flow.step("Raw", raw.module({ module: "a:b", version: 1, mapper: value })));
    expect(last).toMatchObject({ mapper: { list: ["{{1.a}}", "b"], more: { c: 1 } } });
  });
});

describe("a comparison by its operator", () => {
  test("is written as it is, with operands of any kind", () => {
    const last = lastModule((flow) => {
      const { id, tags } = flow.trigger("Order", order);
      flow.step("Wait", wait, { when: ["Odd", raw.condition("array:strange:ci", tags, id)] });
    });
    expect(last).toMatchObject({
      filter: { name: "Odd", conditions: [[{ a: "{{1.tags}}", o: "array:strange:ci", b: "{{1.id}}" }]] },
    });
  });

  test("has no second operand where none is given", () => {
    const last = lastModule((flow) => {
      flow.trigger("Order", order);
      flow.step("Wait", wait, { when: raw.condition("exist", raw.value("{{7.x}}")) });
    });
    expect(last).toMatchObject({ filter: { conditions: [[{ a: "{{7.x}}", o: "exist" }]] } });
    expect(JSON.stringify(last)).not.toContain('"b"');
  });

  test("goes together with others", () => {
    const last = lastModule((flow) => {
      const { note } = flow.trigger("Order", order);
      flow.step("Wait", wait, { when: raw.condition("text:equal", 1, null) });
      flow.step("Wait more", wait, { when: text.equals(note, "x") });
    });
    expect(last).toMatchObject({ filter: { conditions: [[{ a: "{{1.note}}", o: "text:equal", b: "x" }]] } });
  });
});

describe("an aggregator as a blueprint has it", () => {
  test("collects like one that is known, and its output can be read", () => {
    const [, , aggregator, use] = modulesOf((flow) => {
      const line = flow.iterate("Each line", flow.trigger("Order", order).lines);
      const mapper = { value: line.amount };
      const sum = flow.aggregate(
        "Sum",
        line,
        raw.aggregator<{ readonly total: number }>({
          module: "acme:sum",
          version: 3,
          parameters: { round: true },
          mapper,
        }),
        { groupBy: line.sku, stopIfEmpty: true },
      );
      flow.step("Use", tools.compose({ value: iml`${sum.total}` }));
    });
    expect(aggregator).toEqual({
      id: 3,
      module: "acme:sum",
      version: 3,
      parameters: { round: true, feeder: 2 },
      mapper: { value: "{{2.amount}}" },
      flags: { groupBy: "{{2.sku}}", stopIfEmpty: true },
    });
    expect(use).toMatchObject({ mapper: { value: "{{3.total}}" } });
  });

  test("may collect in the structure of a later step", () => {
    const modules = modulesOf((flow) => {
      const line = flow.iterate("Each line", flow.trigger("Order", order).lines);
      const rows = flow.aggregate("Rows", line, raw.aggregator({ module: "acme:sum", version: 1 }), {
        target: { step: "Send", field: "rows" },
      });
      flow.step("Send", raw.module({ module: "a:b", version: 1, mapper: { rows } }));
    });
    expect(modules[2]).toMatchObject({ parameters: { feeder: 2, target: "4.rows" } });
  });

  test("cannot collect for a step that is not there", () => {
    const write = () =>
      scenario("Test", {}, (flow) => {
        const line = flow.iterate("Each line", flow.trigger("Order", order).lines);
        flow.aggregate("Rows", line, raw.aggregator({ module: "acme:sum", version: 1 }), {
          target: { step: "Sent", field: "x" },
        });
      });
    expect(mistakesOf(write)).toEqual([
      expect.stringContaining("`Rows` collects for the step `Sent`, which does not exist"),
    ]);
  });
});

describe("what a module's function has no words for", () => {
  test("stands beside it: further settings and values go before what the function writes", () => {
    const [module] = modulesOf(
      (flow) =>
        void flow.step("Tell", slack.createMessage({ connection: connection("slack"), channel: "#a", text: "Hi" }), {
          parameters: { further: [1, { deep: now }] },
          mapper: { text: "Hello", blocks: iml`at ${now}` },
        }),
      { connections: { slack: 3 } },
    );
    expect(module).toMatchObject({
      parameters: { __IMTCONN__: 3, further: [1, { deep: "{{now}}" }] },
      mapper: { channel: "#a", text: "Hello", blocks: "at {{now}}" },
    });
  });

  test("may be metadata of the module, which keeps its name", () => {
    const { flow } = blueprintOf(
      (flow) => void flow.step("Wait", wait, { metadata: { advanced: true, designer: { name: "Other" } } }),
    );
    expect(flow[0]?.metadata).toMatchObject({ advanced: true, designer: { name: "Wait", x: 0, y: 0 } });
  });

  test("may be parameters and a mapper of a router", () => {
    const last = lastModule((flow) =>
      flow.router("Split", [always("One", (flow) => void flow.step("Wait", wait))], {
        parameters: { else: 7 },
        mapper: { x: 1 },
      }),
    );
    expect(last).toMatchObject({ module: "builtin:BasicRouter", parameters: { else: 7 }, mapper: { x: 1 } });
  });

  test("is refused where it holds what no blueprint can", () => {
    const write = () =>
      scenario("Test", {}, (flow) => void flow.step("Wait", wait, { mapper: { a: Number.NaN, b: () => 1 } }));
    expect(mistakesOf(write)).toEqual([expect.stringContaining("`NaN` cannot stand in a blueprint")]);
  });

  test("may be settings of the scenario, which go before the others", () => {
    const { metadata } = blueprintOf((flow) => void flow.step("Wait", wait), {
      maxCycles: 5,
      further: { roundtrips: 9, slots: "three", newSwitch: { on: true } },
    });
    expect(metadata.scenario).toMatchObject({ roundtrips: 9, slots: "three", newSwitch: { on: true }, maxErrors: 3 });
  });
});
