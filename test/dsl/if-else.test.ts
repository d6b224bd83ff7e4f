import { describe, expect, test } from "vitest";
import { tools } from "../../src/apps.ts";
import { branch, exists, iml, number } from "../../src/index.ts";
import { lastModule, modulesOf, order, wait } from "./printed.ts";

describe("an if-else", () => {
  test("whose branches give nothing ends the flow", () => {
    const ifElse = lastModule((flow) => {
      const { id } = flow.trigger("Order", order);
      flow.ifElse(
        "Size",
        [
          branch("Large", number.greaterThan(id, 100), (flow) => void flow.step("Large", wait)),
          branch("Off", exists(id), (flow) => void flow.step("Off", wait), { disabled: true }),
        ],
        (flow) => void flow.step("Small", wait),
        { when: ["Known", exists(id)] },
      );
    });
    expect(ifElse).toMatchObject({
      id: 2,
      module: "builtin:BasicIfElse",
      filter: { name: "Known" },
      mapper: null,
      branches: [
        {
          type: "condition",
          label: "Large",
          merge: false,
          conditions: [[{ a: "{{1.id}}", o: "number:greater", b: 100 }]],
          flow: [{ id: 3 }],
        },
        { type: "condition", label: "Off", merge: false, disabled: true, flow: [{ id: 4 }] },
        { type: "else", label: "", merge: false, flow: [{ id: 5 }] },
      ],
    });
    expect(ifElse).not.toHaveProperty("parameters");
    expect(ifElse).not.toHaveProperty("branches.2.conditions");
  });

  test("whose branches give values is followed by a merge, whose outputs can be used", () => {
    const modules = modulesOf((flow) => {
      const { id, note } = flow.trigger("Order", order);
      const size = flow.ifElse(
        "Size",
        [
          branch("Large", number.greaterThan(id, 100), (flow) => {
            const label = flow.step("Label", tools.compose({ value: "large" }));
            return { label: label.value, limit: 5 };
          }),
          branch("Dropped", exists(note), (flow) => void flow.step("Drop", wait)),
        ],
        (flow) => {
          flow.step("Small", wait);
          return { label: "small", note };
        },
      );
      flow.step("Use", tools.compose({ value: iml`${size.label}: ${size.note}` }));
    });
    expect(modules.slice(1)).toMatchObject([
      { id: 2, branches: [{ merge: true }, { merge: false }, { merge: true }] },
      {
        id: 6,
        module: "builtin:BasicMerge",
        version: 1,
        mapper: null,
        outputs: [
          { name: "label", mappings: ["{{3.value}}", "small"] },
          { name: "limit", mappings: [5, null] },
          { name: "note", mappings: [null, "{{1.note}}"] },
        ],
        filters: [null, null],
      },
      { id: 7, mapper: { value: "{{6.label}}: {{6.note}}" } },
    ]);
  });
});
