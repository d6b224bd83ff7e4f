import type { DataObject } from "../blueprint/blueprint.ts";
import { encodeData } from "../catalog/encode.ts";
import type { ModuleCall } from "../catalog/module.ts";
import type { Expr } from "../model/expression.ts";
import type { Draft } from "./draft.ts";
import type { AggregateOptions, StepOptions } from "./flow.ts";
import type { FlowBuilder } from "./flow-builder.ts";
import { authorPosition } from "./position.ts";
import { stepOf } from "./ref.ts";

/** Puts an aggregator at the end of a flow. `values` are what an array aggregator collects. */
export function appendAggregator(
  { build, call }: FlowBuilder,
  name: string,
  source: Expr<unknown>,
  module: ModuleCall<unknown>,
  options: AggregateOptions<never>,
  values?: object,
): Draft {
  const { mistakes } = build;
  const position = authorPosition();
  const feeder = stepOf(source);
  if (feeder === undefined) {
    mistakes.add(
      `\`${name}\` collects from something that is no step`,
      position,
      "Give it what an iterator, a search or a trigger returned",
    );
  }
  const { groupBy, stopIfEmpty, target } = options;
  const written = <T>(value: T) => mistakes.attempt(name, position, () => encodeData(value), {});
  const flags = {
    ...(groupBy === undefined ? {} : { groupBy: written(groupBy) }),
    ...(stopIfEmpty === undefined ? {} : { stopIfEmpty }),
  };
  const draft = call(name, module, options as StepOptions, Object.keys(flags).length > 0 ? { flags } : {});
  draft.parameters = { ...draft.parameters, ...(feeder === undefined ? {} : { feeder }) };
  if (values) draft.mapper = written(values) as DataObject<Expr<unknown>>;
  if (target) {
    build.later.push(() => {
      const step = build.names.get(target.step);
      if (step) draft.parameters = { ...draft.parameters, target: `${step.id}.${target.field}` };
      else {
        mistakes.add(
          `\`${name}\` collects for the step \`${target.step}\`, which does not exist`,
          position,
          "Name a step behind it",
        );
      }
    });
  }
  return draft;
}
