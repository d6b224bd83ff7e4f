// Answers to the request that started a scenario. The caller gets the first one; without any, Make answers `200 Accepted`.

import type { Flow, Module } from "../model/scenario.ts";

export const isResponse = (module: Module): boolean => module.type === "gateway:WebhookRespond";

/**
 * The answer that each module has before it on the way of every bundle, where there is one. The modules come in reading
 * order.
 */
export function earlierResponses(modules: readonly Module[]): ReadonlyMap<Module, Module> {
  const earlier = new Map<Module, Module>();
  const lastIn = new Map<Flow, Module>();
  for (const module of modules) {
    const { owner } = module.flow;
    const response = lastIn.get(module.flow) ?? (owner && earlier.get(owner));
    if (response) earlier.set(module, response);
    if (isResponse(module)) lastIn.set(module.flow, module);
  }
  return earlier;
}

/** How far into each flow there are answers: the position of the last module that gives one, or whose routes do. */
export function lastAnswers(modules: readonly Module[]): ReadonlyMap<Flow, number> {
  const last = new Map<Flow, number>();
  for (const module of modules.filter(isResponse)) {
    for (let at: Module | undefined = module; at; at = at.flow.owner) {
      const known: number | undefined = last.get(at.flow);
      last.set(at.flow, Math.max(known ?? 0, at.position));
      // What runs only after a failure, or when an agent likes to, is no answer to be counted on.
      if (at.flow.kind === "handler" || at.flow.kind === "tool") break;
      if (known !== undefined && known >= at.position) break;
    }
  }
  return last;
}
