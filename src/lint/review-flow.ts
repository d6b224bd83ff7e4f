// The way of an answer through a scenario: which modules ask HITL.sh for a review, which ones get to know the answer, and
// who reads what of it. Every rule about answers asks here, so that all of them take the same modules for the same thing.

import { HITL_APP, HITL_MODULES, hitlModuleOf, isApiCall, mayBeOfHitl } from "../catalog/hitl/app.ts";
import type { Segment } from "../iml/ast.ts";
import { parseOnce } from "../iml/parse-once.ts";
import { connectedModules } from "../model/connected-modules.ts";
import { type ModuleReference, moduleReferences } from "../model/mappings.ts";
import type { Module, Scenario } from "../model/scenario.ts";
import { asText } from "../util/as-text.ts";
import { isObject } from "../util/is-object.ts";
import { type ReviewRequest, reviewRequests } from "./review-request.ts";

/** A module that gives the answer of a review, or tells that there is none. */
export interface AnswerSource {
  readonly module: Module;
  /** HITL.sh starts the scenario when a review is over, or the scenario asks how far it is. */
  readonly how: "callback" | "status";
  /** The request that it asks about, where the same scenario makes it. */
  readonly request: ReviewRequest | undefined;
}

/** A mapping that reads a field of what a module of the review gives. */
export interface FieldRead<Of> {
  readonly of: Of;
  /** The field's name in HITL.sh's API; `data`, `body` and `request` around it are left out. */
  readonly field: string;
  /** Whether such an object stands around it. */
  readonly wrapped: boolean;
  /** What is read of the field. */
  readonly rest: readonly Segment[];
  readonly reader: Module;
  readonly reference: ModuleReference;
}

export interface ReviewFlow {
  /** Whether the scenario has any part in a review: it calls HITL.sh, or is called with an answer. */
  readonly hasPart: boolean;
  readonly requests: readonly ReviewRequest[];
  /** What is read of the answers to the requests themselves, which come at once. */
  readonly requestReads: readonly FieldRead<ReviewRequest>[];
  readonly sources: readonly AnswerSource[];
  /** What is read of the answers of people. */
  readonly reads: readonly FieldRead<AnswerSource>[];
  /** The source that a module is. */
  readonly sourceOf: (module: Module | undefined) => AnswerSource | undefined;
}

const cache = new WeakMap<Scenario, ReviewFlow>();

export function reviewFlow(scenario: Scenario): ReviewFlow {
  let flow = cache.get(scenario);
  if (flow === undefined) {
    flow = findFlow(scenario);
    cache.set(scenario, flow);
  }
  return flow;
}

interface Read {
  readonly reader: Module;
  readonly reference: ModuleReference;
}

function findFlow(scenario: Scenario): ReviewFlow {
  const modules = connectedModules(scenario);
  const requests = reviewRequests(scenario);
  const asking = new Map(requests.map((request) => [request.module, request]));
  // Who reads what is only asked where somebody asks for a review, or where an answer may come.
  const mayAnswer = modules.some((module) => isHook(module) || hasPart(module));
  const reads = mayAnswer ? readsOf(scenario, modules) : new Map<Module, readonly Read[]>();

  const sources = modules.flatMap((module): readonly AnswerSource[] => {
    if (isStatusCall(module)) return [{ module, how: "status", request: requestOf(module, scenario, asking) }];
    if (isWatch(module) || (isHook(module) && readsLikeAnswer(reads.get(module) ?? []))) {
      return [{ module, how: "callback", request: undefined }];
    }
    return [];
  });
  const byModule = new Map(sources.map((source) => [source.module, source]));
  return {
    hasPart: sources.length > 0 || modules.some(hasPart),
    requests,
    requestReads: requests.flatMap((request) => fieldReads(request, reads.get(request.module))),
    sources,
    reads: sources.flatMap((source) => fieldReads(source, reads.get(source.module))),
    sourceOf: (module) => (module === undefined ? undefined : byModule.get(module)),
  };
}

/** Who reads each module. */
function readsOf(scenario: Scenario, modules: readonly Module[]): ReadonlyMap<Module, readonly Read[]> {
  const reads = new Map<Module, Read[]>();
  for (const reader of modules) {
    for (const reference of moduleReferences(reader)) {
      const target = scenario.find(reference.reference.root.id);
      if (target === undefined) continue;
      const known = reads.get(target);
      if (known === undefined) reads.set(target, [{ reader, reference }]);
      else known.push({ reader, reference });
    }
  }
  return reads;
}

const fieldReads = <Of>(of: Of, reads: readonly Read[] = []): readonly FieldRead<Of>[] =>
  reads.map(({ reader, reference }) => ({ of, reader, reference, ...fieldOf(reference.reference.path) }));

/** What HTTP modules and the API put around the fields of a request. */
const WRAPPERS: readonly string[] = ["data", "body", "request"];

/** The field that a path leads to; the empty name where it stops before. */
export function fieldOf(path: readonly Segment[]): Pick<FieldRead<unknown>, "field" | "wrapped" | "rest"> {
  const names = path.map((segment) => (segment.kind === "property" ? segment.name : undefined));
  const start = names.findIndex((name) => name === undefined || !WRAPPERS.includes(name));
  const name = names[start];
  return name === undefined
    ? { field: "", wrapped: path.length > 0, rest: [] }
    : { field: name, wrapped: start > 0, rest: path.slice(start + 1) };
}

const isWatch = ({ type }: Module): boolean => hitlModuleOf(type) === `${HITL_APP.slug}:${HITL_MODULES.watchResponses}`;
const isHook = ({ type }: Module): boolean => type === "gateway:CustomWebHook";
/** Whether it is a module of HITL.sh's app, or calls its API. */
const hasPart = (module: Module): boolean => mayBeOfHitl(module.type) || apiCall(module) !== undefined;

/** Fields that only HITL.sh's callback has together with an answer. */
const OF_A_CALLBACK = /^(?:request_id|loop_id|response_by(?:_user)?|response_at|response_time_seconds)$/;
const OF_AN_ANSWER = /^selected_(?:values?|labels?)$/;

/** Whether a webhook is read as if HITL.sh called it: nothing else in a blueprint tells who does. */
function readsLikeAnswer(reads: readonly Read[]): boolean {
  const fields = reads.map(({ reference }) => fieldOf(reference.reference.path));
  const answers = fields.filter(({ field }) => field === "response_data");
  return (
    (answers.length > 0 && fields.some(({ field }) => OF_A_CALLBACK.test(field))) ||
    answers.some(({ rest: [first] }) => first?.kind === "property" && OF_AN_ANSWER.test(first.name))
  );
}

/** Whether a module asks HITL.sh for the state of one request. */
function isStatusCall(module: Module): boolean {
  if (hitlModuleOf(module.type) === `${HITL_APP.slug}:${HITL_MODULES.getRequestStatus}`) return true;
  return requestCall(module)?.method === "get";
}

/** A call to HITL.sh's API about one request: `GET /api/requests/{id}`, `DELETE /api/requests/{id}`. */
export function requestCall(module: Module): { readonly method: string } | undefined {
  const call = apiCall(module);
  // What stands behind the id makes it another endpoint: `/requests/{id}/feedback`.
  return call !== undefined && /\/requests\/[^/]+\/?$/.test(call.path) ? { method: call.method } : undefined;
}

const ADDRESS = /^\s*https?:\/\/(?:dev\.)?api\.hitl\.sh(?=[/?]|$)/i;

/**
 * A call to HITL.sh's API, over HTTP or with the app's own module: its method in lower case, and its path without the
 * query, with `{}` in place of mappings.
 */
export function apiCall(module: Module): { readonly method: string; readonly path: string } | undefined {
  const isAppCall = isApiCall(module.type);
  if (!isAppCall && !/^http:(?:MakeRequest|ActionSendData)/.test(module.type)) return undefined;
  const mapper: unknown = module.source.mapper;
  if (!isObject(mapper) || typeof mapper.url !== "string") return undefined;
  if (!isAppCall && !ADDRESS.test(mapper.url)) return undefined;
  const { parts } = parseOnce(mapper.url).template;
  const address = parts.map((part) => (part.kind === "text" ? part.text : "{}")).join("");
  const [path = ""] = address.replace(ADDRESS, "").split("?");
  return { method: asText(mapper.method ?? "get").toLowerCase(), path: path.trim() };
}

/** The request whose id a module maps. */
function requestOf(
  module: Module,
  scenario: Scenario,
  asking: ReadonlyMap<Module, ReviewRequest>,
): ReviewRequest | undefined {
  for (const { reference, in: text } of moduleReferences(module)) {
    if (text.domain !== "mapper" || !/^(?:request_id|id|polling_url)$/.test(fieldOf(reference.path).field)) continue;
    const target = scenario.find(reference.root.id);
    const request = target && asking.get(target);
    if (request !== undefined) return request;
  }
  return undefined;
}
