// Ways to write the clean blueprints. They are shaped as Make's editor writes them, without what it rebuilds on import.

import type { JsonObject } from "../../lint/blueprints.ts";

/** `app:Module@version`, on the canvas under a name. */
export function step(id: number, type: string, name: string, more: JsonObject = {}): JsonObject {
  const [module, version] = type.split("@");
  return {
    id,
    module,
    version: Number(version),
    parameters: {},
    mapper: {},
    ...more,
    metadata: { designer: { x: 300 * id, y: 0, name } },
  };
}

/** A condition: one group of comparisons that must all hold, each `[a, operator, b]`. */
export const all = (...comparisons: readonly (readonly [a: string, o: string, b?: string])[]): JsonObject[] =>
  comparisons.map(([a, o, b]) => (b === undefined ? { a, o } : { a, o, b }));

/** A filter that lets a bundle through when one of the groups holds. */
export const filter = (name: string, ...groups: readonly JsonObject[][]): JsonObject => ({
  filter: { name, conditions: groups },
});

export const router = (id: number, name: string, routes: readonly JsonObject[][], fallback?: number): JsonObject => {
  const { metadata, ...rest } = step(id, "builtin:BasicRouter@1", name);
  return {
    ...rest,
    mapper: null,
    parameters: fallback === undefined ? {} : { else: fallback },
    metadata,
    routes: routes.map((flow) => ({ flow })),
  };
};

/** An error handler that tries again later. */
export const retrying = (id: number): JsonObject => ({
  onerror: [step(id, "builtin:Break@1", "Try again", { mapper: { retry: true, count: "3", interval: "15" } })],
});

/** An error handler that goes on with a substitute. */
export const resuming = (id: number, mapper: JsonObject): JsonObject => ({
  onerror: [step(id, "builtin:Resume@1", "Go on without", { mapper })],
});

/** An error handler that leaves the bundle out. */
export const ignoring = (id: number): JsonObject => ({
  onerror: [step(id, "builtin:Ignore@1", "Leave it out", { mapper: null })],
});

export const scenario = (name: string, flow: readonly JsonObject[]): JsonObject => ({
  name,
  flow,
  metadata: {
    instant: /^(?:gateway:CustomWebHook|hitl:watchResponses)$/.test(String(flow[0]?.module)),
    version: 1,
    scenario: {
      roundtrips: 1,
      maxErrors: 3,
      autoCommit: true,
      autoCommitTriggerLast: true,
      sequential: false,
      slots: null,
      confidential: false,
      dataloss: false,
      dlq: true,
      freshVariables: false,
    },
    designer: { orphans: [] },
    zone: "eu1.make.com",
    notes: [],
  },
});
