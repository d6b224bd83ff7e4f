import { expect, test } from "vitest";
import { readBlueprint } from "../../src/blueprint/read.ts";
import { scenarioOf } from "../../src/model/scenario-of.ts";
import { schedulingPlace } from "../../src/model/scheduling.ts";
import { blueprint, webhook } from "../lint/blueprints.ts";

const every = { type: "indefinitely", interval: 900 };

function schedulingIn(file: unknown) {
  const read = readBlueprint(JSON.stringify(file));
  return read.ok ? scenarioOf(read.document).scheduling : undefined;
}

test("an export of the editor has no schedule", () => {
  expect(schedulingIn(blueprint([webhook()]))).toBeUndefined();
});

test("a schedule stands in the blueprint", () => {
  const found = schedulingIn({ ...blueprint([webhook()]), scheduling: every });
  expect(found).toEqual({ value: every, pointer: "/scheduling", isText: false });
});

test.for([
  ["beside the blueprint", { blueprint: blueprint([webhook()]), scheduling: every }, "/scheduling"],
  ["in an answer", { response: { blueprint: blueprint([webhook()]), scheduling: every } }, "/response/scheduling"],
  [
    "in the blueprint of an answer",
    { response: { blueprint: { ...blueprint([webhook()]), scheduling: every } } },
    "/response/blueprint/scheduling",
  ],
] as const)("a schedule stands %s", ([, file, pointer]) => {
  expect(schedulingIn(file)).toEqual({ value: every, pointer, isText: false });
});

test("a schedule as text is read, and pointed at as a whole", () => {
  const found = schedulingIn({ blueprint: blueprint([webhook()]), scheduling: JSON.stringify(every) });
  expect(found?.value).toEqual(every);
  expect(found && schedulingPlace(found, "interval")).toEqual({ pointer: "/scheduling" });
});

test("a text that is no schedule stays a text", () => {
  expect(schedulingIn({ blueprint: blueprint([webhook()]), scheduling: "daily" })?.value).toBe("daily");
});

test("a part that is not there is pointed at by the whole", () => {
  const found = schedulingIn({ ...blueprint([webhook()]), scheduling: every });
  expect(found && schedulingPlace(found, "interval")).toEqual({ pointer: "/scheduling/interval" });
  expect(found && schedulingPlace(found, "date")).toEqual({ pointer: "/scheduling" });
});
