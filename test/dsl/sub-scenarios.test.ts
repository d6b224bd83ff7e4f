import { describe, expect, test } from "vitest";
import { scenarios, tools } from "../../src/apps.ts";
import { compile } from "../../src/compile/compile.ts";
import { callScenario, field, iml, scenario } from "../../src/index.ts";
import { environment, modulesOf } from "./printed.ts";

const book = scenario(
  "Book an invoice",
  {
    inputs: {
      number: field.text("Number").required(),
      net: field.number("Net", { min: 0 }),
      lines: field.array("Lines", field.text("Line")),
    },
    outputs: { id: field.text("Id").required(), at: field.date("At") },
  },
  (flow, inputs) => {
    flow.trigger("Start", scenarios.start());
    const text = flow.step(
      "Text",
      tools.compose({ value: iml`${inputs.number}: ${inputs.net} ${inputs.lines.at(1)}` }),
    );
    flow.returnOutputs("Return", { id: text.value });
  },
);

describe("a scenario that others call", () => {
  const { blueprint, deployment } = compile(book, environment());

  test("reads its inputs and returns its outputs", () => {
    expect(blueprint.flow).toMatchObject([
      { id: 1, module: "scenario-service:StartSubscenario", version: 2 },
      { mapper: { value: "{{var.input.number}}: {{var.input.net}} {{var.input.lines[1]}}" } },
      { module: "scenario-service:ReturnData", version: 2, mapper: { id: "{{2.value}}" } },
    ]);
  });

  test("declares them in the blueprint and beside it, and waits to be called", () => {
    const inputs = [
      { name: "number", type: "text", label: "Number", required: true },
      { name: "net", type: "number", label: "Net", validate: { min: 0 } },
      { name: "lines", type: "array", label: "Lines", spec: { type: "text", label: "Line" } },
    ];
    const outputs = [
      { name: "id", type: "text", label: "Id", required: true },
      { name: "at", type: "date", label: "At" },
    ];
    expect(blueprint.io).toEqual({ input_spec: inputs, output_spec: outputs });
    expect(deployment).toEqual({
      version: 1,
      name: "Book an invoice",
      scheduling: { type: "on-demand" },
      interface: { input: inputs, output: outputs },
    });
  });
});

describe("a call", () => {
  test("gives inputs and takes outputs", () => {
    const modules = modulesOf(
      (flow) => {
        const booked = flow.step("Book it", callScenario(book, { number: "A-1", net: 5 }));
        flow.step("Use", tools.compose({ value: booked.id }));
      },
      { scenarios: { "book-an-invoice": 42 } },
    );
    expect(modules).toMatchObject([
      {
        module: "scenario-service:CallSubscenario",
        version: 2,
        parameters: { scenario: "SCN_42", shouldWaitForExecutionEnd: true },
        mapper: { data: { number: "A-1", net: 5 } },
      },
      { mapper: { value: "{{1.id}}" } },
    ]);
  });

  test("need not wait", () => {
    const [module] = modulesOf(
      (flow) => void flow.step("Book it", callScenario(book, { number: "A-1" }, { wait: false })),
      { scenarios: { "book-an-invoice": 42 } },
    );
    expect(module).toMatchObject({ parameters: { shouldWaitForExecutionEnd: false } });
  });
});
