// Both states of a scenario as one, to be drawn: all that is there now, and what is gone where it stood before.

import { buildScenario, type Flow, type Module, type Scenario } from "../model/scenario.ts";
import { isObject } from "../util/is-object.ts";
import type { ScenarioSide } from "./compare-scenarios.ts";
import { emptySide } from "./empty-side.ts";
import { type Numbers, numberGone, renumbered } from "./gone-numbers.ts";
import { matchScenarios } from "./matching.ts";
import { replaceInData } from "./show-value.ts";

export interface MergedScenario {
  readonly scenario: Scenario;
  /** What a module of it is in each state. */
  readonly statesOf: (module: Module) => States<Module>;
  /** The same for a route, a branch or a tool. */
  readonly statesOfFlow: (flow: Flow) => States<Flow>;
}

/** One of both may be missing. */
export interface States<Of> {
  readonly before?: Of | undefined;
  readonly after?: Of | undefined;
}

type Data = Readonly<Record<string, unknown>>;
interface MergedFlow {
  readonly states: States<Flow>;
  readonly items: readonly Data[];
}

/** Merges two states. One that is missing stands for a scenario without modules. */
export function mergeStates(was: ScenarioSide | undefined, is: ScenarioSide | undefined): MergedScenario {
  const { scenario: before } = was ?? emptySide(is);
  const { scenario: after } = is ?? emptySide(was);
  const { afterOf, beforeOf, flowAfterOf } = matchScenarios(before, after);
  const flowBeforeOf = new Map([...flowAfterOf].map(([flow, now]) => [now, flow]));
  const numbers: Numbers = numberGone(before, after, afterOf);
  const modules = new Map<unknown, States<Module>>();
  const flows = new Map<unknown, States<Flow>>();

  const { metadata } = after.modules.length === 0 ? before : after;
  const designer = isObject(metadata.designer) ? metadata.designer : {};
  const orphans = mergeSiblings(before.orphans, after.orphans).map(({ items }) => items);
  const scenario = buildScenario({
    name: after.name || before.name,
    isFragment: after.isFragment,
    flows: mergeSiblings(before.flows, after.flows).map(({ items }, index) => ({
      pointer: `/flows/${index}`,
      modules: items,
    })),
    metadata: { ...metadata, designer: { ...designer, orphans } },
  });
  return {
    scenario,
    statesOf: ({ source }) => modules.get(source) ?? {},
    statesOfFlow: ({ source }) => flows.get(source) ?? {},
  };

  /** All flows of a kind that hang on a module, or on nothing; those that are gone stand last. */
  function mergeSiblings(was: readonly Flow[], is: readonly Flow[]): readonly MergedFlow[] {
    const stayed = is.map((flow) => mergeFlow({ before: flowBeforeOf.get(flow), after: flow }));
    const gone = was.filter((flow) => !flowAfterOf.has(flow));
    // A route that has given all of its modules to others says nothing any more.
    const shown = gone
      .map((flow) => mergeFlow({ before: flow }))
      .filter(({ items, states: { before: flow } }) => {
        const isOwnerGone = flow?.owner !== undefined && !afterOf.has(flow.owner);
        return items.length > 0 || isOwnerGone || flow?.modules.length === 0;
      });
    return [...stayed, ...shown];
  }

  /** The modules of a flow. What is gone stands behind what it stood behind. */
  function mergeFlow(states: States<Flow>): MergedFlow {
    const behind = new Map<Module | undefined, States<Module>[]>();
    let stayed: Module | undefined;
    for (const module of states.before?.modules ?? []) {
      const now = afterOf.get(module);
      if (now?.flow === states.after) stayed = now;
      if (now !== undefined) continue;
      const others = behind.get(stayed);
      if (others) others.push({ before: module });
      else behind.set(stayed, [{ before: module }]);
    }
    const lost = (module: Module | undefined): readonly States<Module>[] => behind.get(module) ?? [];
    const all = [
      ...lost(undefined),
      ...(states.after?.modules ?? []).flatMap((module) => [
        { before: beforeOf.get(module), after: module },
        ...lost(module),
      ]),
    ];
    return { states, items: mergeModules(all) };
  }

  /** Nothing stands behind a router: one that is gone goes to the end, or hangs on the one that is there now. */
  function mergeModules(all: readonly States<Module>[]): readonly Data[] {
    const goneRouters = all.filter(({ before: was, after: is }) => is === undefined && was && was.routes.length > 0);
    const others = all.filter((states) => !goneRouters.includes(states));
    const last = others.at(-1);
    if (last?.after === undefined || last.after.routes.length === 0) {
      return [...others, ...goneRouters].map((states) => mergeModule(states));
    }
    const hung = goneRouters.map((states) => ({ flow: [mergeModule(states)] }));
    return others.map((states) => mergeModule(states, states === last ? hung : []));
  }

  function mergeModule(states: States<Module>, hung: readonly Data[] = []): Data {
    const { before: was, after: is } = states;
    const source: Data = is ? { ...is.source } : was ? renumbered(was, numbers) : {};
    const { routes: _, branches: __, tools: ___, onerror: ____, ...own } = source;
    const handler = mergeFlow({ before: was?.handler, after: is?.handler }).items;
    const item = {
      ...own,
      ...fallback(own.parameters, (is ?? was)?.routes ?? []),
      ...hanging("routes", [...mergeObjects(was?.routes, is?.routes), ...hung]),
      ...hanging("branches", mergeObjects(was?.branches, is?.branches)),
      ...hanging("tools", mergeObjects(was?.tools, is?.tools)),
      ...hanging("onerror", handler),
    };
    modules.set(item, states);
    return item;
  }

  /** Routes, branches and tools say something themselves. */
  function mergeObjects(was: readonly Flow[] = [], is: readonly Flow[] = []): readonly Data[] {
    return mergeSiblings(was, is).map(({ states, items }) => {
      const { conditions, ...own }: Data = { ...(states.after ?? states.before)?.source };
      const inWords = states.after || !numbers.now ? conditions : replaceInData(conditions, numbers.now);
      const object = { ...own, ...(conditions === undefined ? {} : { conditions: inWords }), flow: items };
      flows.set(object, states);
      return object;
    });
  }
}

/** A fallback that is none of the routes is not one of those that are gone either. */
function fallback(parameters: unknown, routes: readonly Flow[]): Data {
  if (!isObject(parameters) || typeof parameters.else !== "number" || parameters.else < routes.length) return {};
  const { else: _, ...others } = parameters;
  return { parameters: others };
}

const hanging = (key: string, items: readonly Data[]): Data => (items.length > 0 ? { [key]: items } : {});
