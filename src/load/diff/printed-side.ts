import { basename } from "node:path";
import { buildScenario } from "../../model/scenario.ts";
import { readScheduling } from "../../model/scheduling.ts";
import { isObject } from "../../util/is-object.ts";
import { flowsOf, type PrintedScenario } from "../compile-files.ts";
import { type DiffSide, secretsIn } from "./diff-side.ts";

/** A scenario as it is printed for an environment, as one state of it. */
export function printedSide({ scenario: authored, blueprint, deployment, path }: PrintedScenario): DiffSide {
  const more: unknown = deployment === undefined ? undefined : JSON.parse(deployment.text);
  const { metadata } = blueprint;
  const scenario = buildScenario({
    name: authored.name,
    isFragment: authored.kind === "fragment",
    flows: flowsOf(blueprint),
    metadata,
    scheduling: readScheduling(more, ""),
  });
  return {
    scenario,
    blueprint: withDeployment(blueprint, more),
    isPrinted: true,
    printedAs: basename(path),
    json: blueprint,
    secrets: secretsIn(scenario),
  };
}

/** What stands beside a printed blueprint belongs to the scenario all the same. */
function withDeployment(blueprint: object, deployment: unknown): Readonly<Record<string, unknown>> {
  if (!isObject(deployment)) return { ...blueprint };
  const { description, interface: io } = deployment;
  return {
    ...blueprint,
    ...(description === undefined ? {} : { description }),
    ...(isObject(io) ? { io: { input_spec: io.input, output_spec: io.output } } : {}),
  };
}
