// Ways to write scenarios that ask for a review or act on one.

import { lint } from "../../../../src/lint/linter.ts";
import { createProject } from "../../../../src/lint/project.ts";
import type { Rule } from "../../../../src/lint/rule.ts";
import { buildScenario } from "../../../../src/model/scenario.ts";
import { filter, type JsonObject, module, route, router } from "../../blueprints.ts";
import { request } from "./requests.ts";

const LOOP = "65f1234567890abcdef12345";

/** Create Request of HITL.sh's app, by default with the options Approve and Reject. */
export function ask(id: number, changes: JsonObject = {}, more: JsonObject = {}): JsonObject {
  const { type: _type, platform: _platform, response_config, ...rest } = request("single_select", changes);
  const mapper = { loop_id: LOOP, ...rest, response_config: JSON.stringify(response_config) };
  return module(id, "hitl:createRequest", { mapper, ...more });
}

/** The same request as an HTTP call. */
export const post = (id: number, changes: JsonObject = {}): JsonObject =>
  module(id, "http:MakeRequest", {
    version: 4,
    mapper: {
      url: `https://api.hitl.sh/v1/api/loops/${LOOP}/requests`,
      method: "post",
      contentType: "json",
      inputMethod: "jsonString",
      jsonStringBodyContent: JSON.stringify(request("single_select", changes)),
    },
  });

export const offering = (...options: readonly unknown[]): JsonObject => ({
  response_config: { options, required: true },
});

export const watch = (id = 1): JsonObject => module(id, "hitl:watchResponses");

export const statusOf = (id: number, request: string, more: JsonObject = {}): JsonObject =>
  module(id, "hitl:getRequestStatus", { mapper: { request_id: request }, ...more });

/** The same question over HTTP. */
export const getStatus = (id: number, request: string): JsonObject =>
  module(id, "http:MakeRequest", {
    version: 4,
    mapper: { url: `https://api.hitl.sh/v1/api/requests/${request}`, method: "get" },
  });

/** A step that cannot be taken back. */
export const mail = (id: number, content = "Hello", more: JsonObject = {}): JsonObject =>
  module(id, "google-email:sendAnEmail", { version: 4, mapper: { to: ["a@example.com"], subject: content }, ...more });

export const sleep = (id: number, duration: unknown): JsonObject =>
  module(id, "util:FunctionSleep", { mapper: { duration } });

export const repeat = (id: number, repeats: unknown): JsonObject =>
  module(id, "builtin:BasicRepeater", { mapper: { start: "1", repeats, step: "1" } });

/** A step behind a condition. */
export const mailIf = (id: number, a: string, b?: string, o = b === undefined ? "exist" : "text:equal"): JsonObject =>
  mail(id, "Hello", filter(a, o, b));

/** A router with one route for each of the steps. */
export const routes = (id: number, steps: readonly JsonObject[], fallback?: number): JsonObject =>
  router(
    id,
    steps.map((step) => route(step)),
    { parameters: fallback === undefined ? {} : { else: fallback } },
  );

/** What a rule finds in scenarios that are checked together: the number of the scenario, the place, the message. */
export function projectFindings(rule: Rule, blueprints: readonly JsonObject[]): readonly string[] {
  const project = createProject([rule]);
  for (const json of blueprints) {
    const flows = [{ pointer: "/flow", modules: json.flow as readonly unknown[] }];
    const scenario = buildScenario({ name: "Test", flows, metadata: json.metadata });
    lint({ scenario, json }, { severityOf: () => "warning", rules: [rule], project });
  }
  return project.check().map(({ scenario, finding: { at, message } }) => `${scenario} ${at.pointer}: ${message}`);
}

export { blueprint, type JsonObject, module, route, router, setVariable, webhook } from "../../blueprints.ts";
