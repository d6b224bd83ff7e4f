// Short ways to write blueprints for tests: what a test does not speak of is filled in.

import type { Json } from "../../src/blueprint/blueprint.ts";

export type JsonObject = Record<string, unknown>;

/** A module. Its version and its place on the canvas do not matter. */
export const module = (id: unknown, type: string, more: JsonObject = {}): JsonObject => ({
  id,
  module: type,
  version: 1,
  parameters: {},
  mapper: {},
  metadata: { designer: { x: 0, y: 0 } },
  ...more,
});

/** A custom webhook, for tests that need something to come first. */
export const webhook = (id = 1, more: JsonObject = {}): JsonObject =>
  module(id, "gateway:CustomWebHook", { parameters: { hook: 1, maxResults: 1 }, ...more });

/** A step that keeps a value: it cannot fail. */
export const setVariable = (id: number, value: Json = "", more: JsonObject = {}): JsonObject =>
  module(id, "util:SetVariable2", { mapper: { name: "v", scope: "roundtrip", value }, ...more });

export const router = (id: number, routes: readonly JsonObject[], more: JsonObject = {}): JsonObject =>
  module(id, "builtin:BasicRouter", { mapper: null, routes, ...more });

export const route = (...flow: readonly JsonObject[]): JsonObject => ({ flow });

export const filter = (a: Json, o: string, b?: Json): JsonObject => ({
  filter: { name: "", conditions: [[b === undefined ? { a, o } : { a, o, b }]] },
});

/** A blueprint with these modules; `settings` go to `metadata.scenario`. */
export const blueprint = (
  flow: readonly JsonObject[],
  settings: JsonObject = {},
  metadata: JsonObject = {},
): JsonObject => ({
  name: "Test",
  flow,
  metadata: {
    instant: true,
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
      dlq: false,
      freshVariables: false,
      ...settings,
    },
    designer: { orphans: [] },
    zone: "eu1.make.com",
    notes: [],
    ...metadata,
  },
});
