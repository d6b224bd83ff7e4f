import * as builtin from "../catalog/apps/builtin.ts";
import { encodeData } from "../catalog/encode.ts";
import { ownForm } from "../catalog/form.ts";
import { moduleReference } from "../iml/build.ts";
import { type Draft, writeConditions } from "./draft.ts";
import type { Branch, ErrorFlow, StepOptions } from "./flow.ts";
import type { FlowBuilder } from "./flow-builder.ts";
import { ref } from "./ref.ts";

interface Drawn extends Pick<Branch<unknown>, "name" | "disabled"> {
  readonly when: Branch<unknown>["when"] | undefined;
  readonly modules: readonly Draft[];
  /** The values that the branch gives behind the if-else, if it gives any. */
  readonly result: unknown;
}

/** Puts an if-else at the end of a flow, with a merge behind it when its branches give values. Gives these values. */
export function appendIfElse(
  builder: FlowBuilder,
  name: string,
  branches: readonly Branch<unknown>[],
  otherwise: ((flow: ErrorFlow) => unknown) | undefined,
  options: StepOptions,
): unknown {
  const { build, state, append, child } = builder;
  const { mistakes } = build;
  const ifElse = append(name, { ...ownForm(builtin.ifElse.declaration, {}), mapper: null }, options);
  delete ifElse.parameters;
  const { position } = ifElse;
  if (branches.length === 0)
    mistakes.add(`The if-else \`${name}\` has no branches`, position, "Give it at least one branch");

  const drawn: readonly Drawn[] = [
    ...branches.map((branch) => ({ ...branch, ...child("branch", `the branch \`${branch.name}\``, branch.steps) })),
    ...(otherwise
      ? [{ name: "", when: undefined, disabled: false, ...child("branch", "the branch `otherwise`", otherwise) }]
      : []),
  ];
  for (const { name: label, modules } of drawn) {
    if (modules.length > 0) continue;
    mistakes.add(
      `The branch \`${label || "otherwise"}\` of \`${name}\` has no steps`,
      position,
      "Give it a step: Make turns an empty branch off in silence",
    );
  }
  ifElse.branches = drawn.map(({ name: label, when, disabled, modules, result }) => ({
    type: when ? ("condition" as const) : ("else" as const),
    label,
    merge: result !== undefined,
    ...(disabled ? { disabled } : {}),
    ...(when ? { conditions: writeConditions(when, name, position, mistakes) } : {}),
    flow: modules,
  }));

  const results = drawn.flatMap(({ result }) => (result === undefined ? [] : [result as object]));
  if (results.length > 0) return merge(builder, ifElse, results);
  state.ended = {
    by: `the if-else \`${name}\``,
    help: "Return values from the branches, and they meet again; or move it into a branch",
  };
  return undefined;
}

/** Branches that gave values meet right behind the if-else. */
function merge(
  { build: { mistakes }, push }: FlowBuilder,
  { name = "", position, suppressions }: Draft,
  results: readonly object[],
): unknown {
  const keys = [...new Set(results.flatMap((result) => Object.keys(result)))];
  if (keys.length === 0) {
    mistakes.add(
      `The branches of \`${name}\` give no values`,
      position,
      "Return the values that are used behind the if-else, or nothing at all",
    );
  }
  const written = (result: object, key: string) =>
    mistakes.attempt(
      name,
      position,
      () => encodeData((result as Readonly<Record<string, unknown>>)[key] ?? null),
      null,
    );
  const { module, version } = builtin.merge.declaration;
  const { id } = push({
    module,
    version,
    mapper: null,
    metadata: { designer: { x: 0, y: 0 } },
    outputs: keys.map((key) => ({ name: key, mappings: results.map((result) => written(result, key)) })),
    filters: results.map(() => null),
    ...(suppressions ? { suppressions } : {}),
    ...(position ? { position } : {}),
  });
  return ref(moduleReference(id));
}
