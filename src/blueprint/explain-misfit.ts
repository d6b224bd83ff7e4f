// What something is that should have been a blueprint: other tools have scenarios too, and language models invent
// formats that look like one.

import type { JsonPlace } from "../diagnostics/diagnostic.ts";
import { describeValue } from "../schema/describe-value.ts";
import { isObject } from "../util/is-object.ts";
import { pointer } from "../util/json-pointer.ts";
import { quote } from "../util/quote.ts";

/** Why something is no blueprint, no flow or no module. */
export interface Misfit {
  readonly message: string;
  readonly help: string;
  readonly place: JsonPlace;
}

const EXPORT = "Export the blueprint from Make's editor: an object with `name`, `flow` and `metadata`";
const MODULE =
  "Make writes a module as an object with `id`, `module`, `version`, `parameters`, `mapper` and `metadata`";

/** Keys of other formats under which the steps of a scenario stand. */
const FLOW_RELATIVES = ["modules", "nodes", "steps", "actions", "tasks", "flows", "workflow"];

/** Keys of other formats under which the kind of a step stands. */
const MODULE_RELATIVES = ["type", "app", "action", "node"];

/** Says what `value` is that should have been a blueprint and has no `flow`. */
export function explainMissingFlow(value: unknown, at: string): Misfit {
  const place = { pointer: at };
  const placeOf = (key: string): JsonPlace => ({ pointer: pointer(at, key), key: true });

  if (typeof value === "string" && value.trimStart().startsWith("{")) {
    const message = "The blueprint is JSON inside of a text";
    return { place, message, help: "Save what the text holds as a file of its own" };
  }
  if (!isObject(value)) {
    const help = Array.isArray(value) ? "Save each blueprint as a file of its own" : EXPORT;
    return { place, message: `A blueprint is an object, and this is ${describeValue(value)}`, help };
  }
  if (Array.isArray(value.nodes) && isObject(value.connections)) {
    const message = "The file is a workflow of n8n, not a blueprint of Make";
    return { place: placeOf("nodes"), message, help: "Build the scenario in Make, then export its blueprint" };
  }
  if ("scenarios" in value) {
    const message = "The file holds several scenarios, and a blueprint is one";
    return { place: placeOf("scenarios"), message, help: "Save each blueprint as a file of its own" };
  }
  if (typeof value.module === "string") {
    const message = `The file holds a single module, ${quote(value.module)}, not a blueprint`;
    return { place: placeOf("module"), message, help: "Put the module into the `flow` of a blueprint" };
  }
  if (Array.isArray(value.subflows)) {
    const message = "`subflows` is empty: no module was copied";
    return { place: placeOf("subflows"), message, help: "Select modules in Make's editor and copy them again" };
  }
  const relative = FLOW_RELATIVES.find((key) => key in value);
  if (relative !== undefined) {
    return { place: placeOf(relative), message: `\`${relative}\` stands where Make writes \`flow\``, help: MODULE };
  }
  const keys = Object.keys(value);
  const listed = keys.slice(0, 3).map(quote);
  const message =
    keys.length === 0 ? "The object is empty" : `A blueprint has a \`flow\`, and this has ${listed.join(", ")}`;
  return { place, message, help: EXPORT };
}

/** Says what stands at `flow` that is no list of modules, or an empty one. */
export const explainFlow = (value: unknown, at: string): Misfit =>
  Array.isArray(value)
    ? { place: { pointer: at }, message: "`flow` has no modules", help: "Add a module to the scenario" }
    : { place: { pointer: at }, message: `\`flow\` is ${describeValue(value)}, not an array of modules`, help: MODULE };

/** Says what stands in a flow that is no module. */
export function explainModule(value: unknown, at: string): Misfit {
  const place = { pointer: at };
  if (!isObject(value)) {
    return { place, message: `A module is an object, and this is ${describeValue(value)}`, help: MODULE };
  }
  const relative = MODULE_RELATIVES.find((key) => key in value);
  const help = 'Name the module as Make does, such as `"module": "http:MakeRequest"`';
  if (relative === undefined) return { place, message: "The module has no `module`", help };
  return {
    place: { pointer: pointer(at, relative), key: true },
    message: `\`${relative}\` stands where Make writes \`module\``,
    help,
  };
}
