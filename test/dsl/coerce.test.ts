import { describe, expect, test } from "vitest";
import { tools } from "../../src/apps.ts";
import { coerce, fn, iml, now, op, raw } from "../../src/index.ts";
import { lastModule, mistakesOf, order, written } from "./printed.ts";

describe("a value that is handed over on purpose", () => {
  test("is printed like the value", () => {
    const last = lastModule((flow) => {
      const { id, note, lines } = flow.trigger("Order", order);
      flow.step("Wait", tools.sleep({ duration: coerce(note) }));
      flow.step("Compose", tools.compose({ value: iml`${coerce<string>(id)} ${fn.length(coerce<string>(lines))}` }));
    });
    expect(last).toMatchObject({ mapper: { value: "{{1.id}} {{length(1.lines)}}" } });
  });

  test.for([
    [coerce(now), "{{now}}"],
    [coerce("text"), '{{"text"}}'],
    [coerce(5), "{{5}}"],
    [coerce(true), "{{true}}"],
    [coerce(null), "{{null}}"],
    [coerce(new Date(0)), '{{"1970-01-01T00:00:00.000Z"}}'],
    [coerce(iml`a${now}`), "a{{now}}"],
    [op.add(coerce("1"), 2), '{{"1" + 2}}'],
    [coerce(coerce(now)), "{{now}}"],
    [coerce(raw.value("{{9.x}}")), "{{9.x}}"],
  ] as const)("%# is a mapping, even when it is known now: %s", ([value, expected]) => {
    expect(written(value)).toBe(expected);
  });

  test("must be one that the mapping language has", () => {
    expect(mistakesOf(() => coerce([1] as never))).toEqual([
      expect.stringContaining("A value of the type list cannot stand in an expression"),
    ]);
  });
});
