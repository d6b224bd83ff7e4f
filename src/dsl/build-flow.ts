// Turns what an author calls on a flow into modules. Each method is a few lines: the parts do the work.

import type { DataObject } from "../blueprint/blueprint.ts";
import * as builtin from "../catalog/apps/builtin.ts";
import { encodeData } from "../catalog/encode.ts";
import type { ModuleDeclaration } from "../catalog/module.ts";
import { moduleReference } from "../iml/build.ts";
import type { AuthoredModule } from "../model/authored.ts";
import { comparison } from "../model/conditions.ts";
import type { Expr } from "../model/expression.ts";
import { appendAggregator } from "./append-aggregator.ts";
import { appendIfElse } from "./append-if-else.ts";
import { appendRouter } from "./append-router.ts";
import { callMistake, FLOW_CALLS } from "./check-call.ts";
import { isHandler } from "./check-step-options.ts";
import { type Build, finish } from "./draft.ts";
import {
  type AggregateOptions,
  type Branch,
  type ErrorFlow,
  fallback,
  route,
  type StepOptions,
  type Steps,
} from "./flow.ts";
import { createFlowBuilder, type FlowBuilder, type FlowState, mainState } from "./flow-builder.ts";
import type { Handler } from "./handlers.ts";
import { inWords } from "./option-kinds.ts";
import { authorPosition } from "./position.ts";
import { ref } from "./ref.ts";

const DIRECTIVES: Readonly<Record<Handler<unknown>["directive"], ModuleDeclaration>> = {
  Ignore: builtin.ignore.declaration,
  Resume: builtin.resume.declaration,
  Commit: builtin.commit.declaration,
  Rollback: builtin.rollback.declaration,
  Break: builtin.breakAndRetry.declaration,
};

/** The main flow of a scenario: hand `flow` to the author, then take the modules. */
export function mainFlow(build: Build): {
  readonly flow: ErrorFlow;
  readonly modules: () => readonly AuthoredModule[];
} {
  const state = mainState();
  return { flow: openFlow(build, state), modules: () => finish(state.modules, build.mistakes) };
}

function openFlow(build: Build, state: FlowState): ErrorFlow {
  const { mistakes } = build;
  const builder = createFlowBuilder(build, state, openFlow);
  const { call, outputOf } = builder;

  return withChecks(builder, {
    trigger: (name, module, options = {}) => {
      if (state.kind !== "main" || state.modules.length > 0) {
        mistakes.add(
          `The trigger \`${name}\` does not stand first`,
          authorPosition(),
          "A scenario has one trigger, in front of all steps; start another scenario for another trigger",
        );
      }
      return outputOf(call(name, module, options as StepOptions), module);
    },

    step: (name, module, options = {}) => outputOf(call(name, module, options as StepOptions), module),

    router: (name, routes, options = {}) => appendRouter(builder, name, routes, options),

    match: (
      name: string,
      value: Expr<string>,
      { fallback: otherwise, ...answers }: Readonly<Record<string, Steps | undefined>>,
      options: StepOptions = {},
    ) => {
      const routes = Object.entries(answers).flatMap(([answer, steps]) =>
        steps ? [route(answer, comparison("text:equal", value, answer), steps)] : [],
      );
      appendRouter(builder, name, otherwise ? [...routes, fallback("Otherwise", otherwise)] : routes, options);
    },

    ifElse: ((
      name: string,
      branches: readonly Branch<unknown>[],
      otherwise?: (flow: ErrorFlow) => unknown,
      options: StepOptions = {},
    ) => appendIfElse(builder, name, branches, otherwise, options)) as ErrorFlow["ifElse"],

    iterate: (name, items, options = {}) => {
      const module = builtin.iterator({ array: items as Expr<readonly unknown[]> });
      return outputOf(call(name, module, options), module);
    },

    repeat: (name, { times, start = 1, step = 1, ...options }) => {
      const module = builtin.repeater({ start, repeats: times, step });
      return outputOf(call(name, module, options), module);
    },

    collect: (name, source, values, options = {}) => {
      const module = builtin.arrayAggregator();
      return outputOf(
        appendAggregator(builder, name, source, module, options as AggregateOptions<never>, values),
        module,
      );
    },

    aggregate: (name, source, module, options = {}) =>
      outputOf(appendAggregator(builder, name, source, module, options as AggregateOptions<never>), module),

    end: (handler) => {
      const position = authorPosition();
      if (!isHandler(handler)) {
        mistakes.add(
          `\`flow.end\` takes a handler, and gets ${inWords(handler)}`,
          position,
          "Write flow.end(onError.ignore())",
        );
        builder.push(STAND_IN);
        return;
      }
      const { directive, mapper } = handler;
      if (!state.handlesErrors)
        mistakes.add(`${directive} stands outside of an error route`, position, "Give it to a step as onError");
      builder.checkOpen(directive, position);
      const { module, version } = DIRECTIVES[directive];
      const written = mapper && mistakes.attempt(directive, position, () => encodeData(mapper), {});
      builder.push({
        module,
        version,
        ...(written ? { parameters: {}, mapper: written as DataObject<Expr<unknown>> } : {}),
        metadata: { designer: { x: 0, y: 0 } },
        ...(position ? { position } : {}),
      });
      state.ended = { by: `the handler ${directive}`, help: "Move it in front" };
    },
  });
}

/** What stands in the place of a step that was written wrongly, so that no other step is blamed for it. */
const STAND_IN = { module: "unknown:Unknown", version: 1 };

/** The same flow; a call that cannot be right is a mistake, and the steps behind it are looked at like others. */
function withChecks({ build, push }: FlowBuilder, flow: ErrorFlow): ErrorFlow {
  const checked = Object.entries(flow).map(([method, run]: [string, (...given: readonly unknown[]) => unknown]) => {
    const expected = FLOW_CALLS[method];
    if (expected === undefined) return [method, run];
    const runChecked = (...given: readonly unknown[]): unknown => {
      const mistake = callMistake(`flow.${method}`, expected, given);
      if (mistake === undefined) return run(...given);
      build.mistakes.add(mistake.message, authorPosition(), mistake.help);
      return ref(moduleReference(push(STAND_IN).id));
    };
    return [method, runChecked];
  });
  return Object.fromEntries(checked) as ErrorFlow;
}
