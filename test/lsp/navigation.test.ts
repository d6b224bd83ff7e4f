import { expect, test } from "vitest";
import { definition } from "../../src/lsp/definition.ts";
import { references } from "../../src/lsp/references.ts";
import { type JsonObject, module } from "../lint/blueprints.ts";
import { type Marked, marked, markedBlueprint, textAt } from "./marked.ts";
import { scenario } from "./scenario.ts";

const aggregator = (feeder: unknown): JsonObject =>
  module(8, "builtin:BasicAggregator", { parameters: { feeder }, mapper: {} });
const withAggregator = (feeder: unknown): JsonObject => ({
  ...scenario(),
  flow: [...(scenario().flow as JsonObject[]).slice(0, 2), aggregator(feeder)],
});

test.for<[name: string, json: JsonObject, module: string | undefined]>([
  ["a mapping", scenario({ message: "{{2.te|xt}}" }), '"slack:SearchMessages"'],
  ["a mapping in a function", scenario({ message: "{{lower(trim(|1.number))}}" }), '"gateway:CustomWebHook"'],
  ["a path in backticks", scenario({ message: "{{1.`First na|me`}}" }), '"gateway:CustomWebHook"'],
  ["a whole bundle", scenario({ message: "{{`|2`}}" }), '"slack:SearchMessages"'],
  ["a mapping that cannot read it", scenario({ message: "{{6|.v}}" }), '"util:SetVariable2"'],
  ["a module that is not there", scenario({ message: "{{9|.v}}" }), undefined],
  ["a function", scenario({ message: "{{lo|wer(1.number)}}" }), undefined],
  ["text beside a mapping", scenario({ message: "he|llo {{1.number}}" }), undefined],
])("the definition of %s", ([, json, target]) => {
  const { analysis, text, offset } = markedBlueprint(json);
  const found = definition(analysis, offset);
  expect(found ? textAt(text, found) : undefined).toBe(target);
});

test("the definition of an aggregator's source", () => {
  const { analysis, text, offset } = marked(
    JSON.stringify(withAggregator(2), null, 4).replace('"feeder": 2', '"feeder": |2'),
  );
  const found = definition(analysis, offset);
  expect(found && textAt(text, found)).toBe('"slack:SearchMessages"');
});

/** What is told as a read of a module. */
const reads = ({ analysis, text, offset }: Marked, withModule = false): readonly string[] =>
  references(analysis, offset, { withModule }).map((range) => textAt(text, range));

test("references are all that reads a module", () => {
  const values = {
    message: "{{1.number}} {{lower(1.customer.email)}}",
    handler: "{{1.lines}}",
    variable: "{{|1.number}}",
  };
  const all = ["1.number", "1.number", "1.customer.email", "1.lines", "1.number"];
  expect(reads(markedBlueprint(scenario(values)))).toEqual(all);
  expect(reads(markedBlueprint(scenario(values)), true)).toEqual(['"gateway:CustomWebHook"', ...all]);
});

test("references are asked for at the module itself, too", () => {
  expect(
    reads(marked(JSON.stringify(withAggregator(2), null, 4).replace("SearchMessages", "Search|Messages"))),
  ).toEqual(["2"]);
  expect(reads(markedBlueprint(scenario({ slack: { module: "a|:b" } })))).toEqual([]);
});

test("references outside of all modules are none", () => {
  expect(reads(markedBlueprint({ ...scenario(), name: "|" }), true)).toEqual([]);
});
