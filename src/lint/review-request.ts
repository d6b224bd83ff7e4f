import { CREATE_REQUEST_DEFAULTS, CREATE_REQUEST_FIELDS, isApiCall, isCreateRequest } from "../catalog/hitl/app.ts";
import { isOption, isResponseType, type Option, type ResponseType } from "../catalog/hitl/contract.ts";
import { connectedModules } from "../model/connected-modules.ts";
import { modulePlace } from "../model/module-place.ts";
import type { Module, Scenario } from "../model/scenario.ts";
import { asText } from "../util/as-text.ts";
import { isObject } from "../util/is-object.ts";
import { pointer } from "../util/json-pointer.ts";
import {
  dataField,
  jsonField,
  mappedField,
  memberPlace,
  type ObjectField,
  objectField,
  type RequestField,
} from "./review-request-field.ts";

/** A module that asks HITL.sh for a review, and what it sends. */
export interface ReviewRequest {
  /** Through the fields of HITL.sh's app, or as a JSON body to its API. */
  readonly form: "make" | "http";
  readonly module: Module;
  /** The loop, from the app's field or from the address. */
  readonly loopId: RequestField | undefined;
  /** An object, unless it is broken or known only at run time. */
  readonly body: RequestField;
  /** A field of the body that is given. */
  readonly get: (name: string) => RequestField | undefined;
  /** A field's text, with the app's defaults; nothing when it is no text or not known. */
  readonly textOf: (name: string) => string | undefined;
  /** Nothing when it is mapped, missing or none that HITL.sh knows. */
  readonly responseType: ResponseType | undefined;
  /** `response_config` when it is an object and the response is one of these types; without types, of any. */
  readonly configOf: (...types: readonly ResponseType[]) => ObjectField | undefined;
  /** The options of a select, mapped and malformed ones included. */
  readonly options: readonly RequestField[];
  /** The options of a select when all of them are known and well-formed. */
  readonly answers: readonly Option[] | undefined;
  /** What `default_response` chooses in a select: one option, or those of a list. */
  readonly defaults: readonly RequestField[];
}

const cache = new WeakMap<Scenario, readonly ReviewRequest[]>();

/** Every request for human review that a scenario makes, in reading order. */
export function reviewRequests(scenario: Scenario): readonly ReviewRequest[] {
  let requests = cache.get(scenario);
  if (requests === undefined) {
    requests = connectedModules(scenario).flatMap((module) => appRequest(module) ?? apiRequest(module) ?? []);
    cache.set(scenario, requests);
  }
  return requests;
}

type Parts = Pick<ReviewRequest, "form" | "module" | "loopId" | "body">;

function reviewRequest(parts: Parts): ReviewRequest {
  const { form, body } = parts;
  const textOf = (name: string): string | undefined => {
    const field = body.get(name);
    if (field !== undefined) return field.kind === "string" ? field.value : undefined;
    return form === "make" ? (CREATE_REQUEST_DEFAULTS as Readonly<Record<string, string>>)[name] : undefined;
  };
  const type = textOf("response_type");
  const responseType = isResponseType(type) ? type : undefined;
  const config = body.get("response_config");
  const configOf = (...types: readonly ResponseType[]): ObjectField | undefined => {
    const fits = types.length === 0 || (responseType !== undefined && types.includes(responseType));
    return fits && config?.kind === "object" ? config : undefined;
  };
  const options = configOf("single_select", "multi_select")?.get("options")?.items ?? [];
  const known = options.map(({ value }) => value).filter(isOption);
  const isKnown = known.length > 0 && known.length === options.length && !options.some(isMapped);
  const answers = isKnown ? known : undefined;
  const defaults = defaultChoices(responseType, body.get("default_response"));
  return { ...parts, get: body.get, textOf, responseType, configOf, options, answers, defaults };
}

const isMapped = (field: RequestField): boolean =>
  field.kind === "mapped" || [...field.members.values()].some((member) => member.kind === "mapped");

function defaultChoices(type: ResponseType | undefined, field: RequestField | undefined): readonly RequestField[] {
  if (field === undefined || (type !== "single_select" && type !== "multi_select")) return [];
  return type === "multi_select" && field.kind === "array" ? field.items : [field];
}

/** A request through the app's own Create Request. */
function appRequest(module: Module): ReviewRequest | undefined {
  if (!isCreateRequest(module.type)) return undefined;
  const mapper: unknown = module.source.mapper;
  const given = isObject(mapper) ? mapper : {};
  const responseType = given[keyOf(given, "response_type")];
  const members = CREATE_REQUEST_FIELDS.flatMap((name) => {
    const key = keyOf(given, name);
    const value = given[key];
    // The editor keeps the empty text of a field that was cleared.
    if (value === undefined || value === "") return [];
    return [[name, appField(name, value, responseType, pointer(module.pointer, "mapper", key))] as const];
  });
  const place = modulePlace(module);
  const body = objectField(new Map(members), { at: place, name: place });
  return reviewRequest({ form: "make", module, loopId: body.get("loop_id"), body });
}

/** The key of a field: as the API spells it, or in camel case, which other apps prefer. */
function keyOf(mapper: Readonly<Record<string, unknown>>, name: string): string {
  const camelCase = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return camelCase in mapper && !(name in mapper) ? camelCase : name;
}

/** A field of the app. Make fills fields with text; what counts is the value that the text stands for. */
function appField(name: string, value: unknown, responseType: unknown, at: string): RequestField {
  const place = memberPlace(at);
  if (typeof value === "string" && isJsonText(name, value, responseType)) return jsonField(value, place);
  return dataField(value, place);
}

function isJsonText(name: string, text: string, responseType: unknown): boolean {
  switch (name) {
    case "response_config":
    case "context":
      return true;
    case "timeout_seconds":
      return NUMBER.test(text);
    case "default_response":
      if (responseType === "rating" || responseType === "number") return NUMBER.test(text);
      if (responseType === "boolean") return text === "true" || text === "false";
      return responseType === "multi_select" && text.trimStart().startsWith("[");
    default:
      return false;
  }
}

const NUMBER = /^\s*-?(?:0|[1-9]\d*)(?:\.\d+)?\s*$/;

const HOST = String.raw`https?://(?:dev\.)?api\.hitl\.sh`;
const REQUESTS = String.raw`/loops/(.+?)/requests/?(?:\?.*)?$`;
// Older pages leave `/api` out. The app's own API call knows the host already.
const FULL_URL = new RegExp(String.raw`^\s*${HOST}/v1(?:/api)?${REQUESTS}`, "di");
const RELATIVE_URL = new RegExp(String.raw`^\s*(?:(?:${HOST})?/v1)?(?:/api)?${REQUESTS}`, "di");

/** A request as an HTTP call to the API, or through the app's module for such calls. */
function apiRequest(module: Module): ReviewRequest | undefined {
  const isAppCall = isApiCall(module.type);
  if (!isAppCall && !/^http:(?:MakeRequest|ActionSendData)/.test(module.type)) return undefined;
  const mapper: unknown = module.source.mapper;
  if (!isObject(mapper) || asText(mapper.method).toLowerCase() !== "post") return undefined;
  const { url } = mapper;
  const match = typeof url === "string" ? (isAppCall ? RELATIVE_URL : FULL_URL).exec(url) : null;
  const [start, end] = match?.indices?.[1] ?? [];
  if (match === null || start === undefined || end === undefined) return undefined;

  const at = { pointer: pointer(module.pointer, "mapper", "url"), range: { start, end } };
  return reviewRequest({
    form: "http",
    module,
    loopId: dataField(match[1], { at, name: at }),
    body: httpBody(module, mapper),
  });
}

function httpBody(module: Module, mapper: Readonly<Record<string, unknown>>): RequestField {
  const key = bodyKey(module, mapper);
  if (key === undefined) return mappedField(undefined, { at: modulePlace(module), name: modulePlace(module) });
  const place = memberPlace(pointer(module.pointer, "mapper", key));
  const body = mapper[key] ?? "";
  return typeof body === "string" ? jsonField(body, place) : mappedField(body, place);
}

/** The key with the body as text; nothing where Make puts the body together itself, or where the key is not certain. */
function bodyKey({ type }: Module, mapper: Readonly<Record<string, unknown>>): string | undefined {
  if (isApiCall(type)) return "body" in mapper ? "body" : undefined;
  if (type !== "http:MakeRequest") return isEmptyOr("raw", mapper.bodyType) ? "data" : undefined;
  if (mapper.contentType === "custom") return "rawBodyContent";
  const isText = isEmptyOr("json", mapper.contentType) && isEmptyOr("jsonString", mapper.inputMethod);
  return isText ? "jsonStringBodyContent" : undefined;
}

const isEmptyOr = (expected: string, value: unknown): boolean => value === expected || (value ?? "") === "";
