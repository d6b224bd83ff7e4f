// What JSON Schema cannot say about a review request, because it compares one field with another: keywords for ajv,
// named in `schemas/hitl-request.schema.json`. Validators that do not know them pass over them.

import { ANSWER_BOUNDS, areOrdered, type BoundName, boundsOf, isWithin, numberAt } from "../catalog/hitl/bounds.ts";
import { answerValue, findOption, isOption, isResponseType, type Option } from "../catalog/hitl/contract.ts";
import { hasMapping } from "../iml/scan.ts";
import { isObject } from "../util/is-object.ts";

/** A keyword as `ajv.addKeyword` takes it. What a mapping decides at run time passes. */
export interface HitlKeyword {
  readonly keyword: `x-hitl-${string}`;
  readonly schemaType: "boolean" | "string";
  readonly validate: (parameter: string | boolean, data: unknown) => boolean;
}

export const hitlKeywords: readonly HitlKeyword[] = [
  {
    // On a `response_config`, with the name of a pair of bounds: the lower one is not above the upper one.
    keyword: "x-hitl-ordered",
    schemaType: "string",
    validate: (name, config) => !isObject(config) || areOrdered(name as BoundName, boundsOf(name as BoundName, config)),
  },
  {
    // On `options`: no two of them give the same answer.
    keyword: "x-hitl-distinct-answers",
    schemaType: "boolean",
    validate: (_, options) => {
      const answers = Array.isArray(options) ? options.filter(isOption).filter(isKnown).map(answerValue) : [];
      return new Set(answers).size === answers.length;
    },
  },
  {
    // On a `response_config`: it does not demand more choices than there are options.
    keyword: "x-hitl-enough-options",
    schemaType: "boolean",
    validate: (_, config) => {
      if (!isObject(config) || !Array.isArray(config.options) || config.options.length === 0) return true;
      return (numberAt(config, ["min_selections"], 0) ?? 0) <= config.options.length;
    },
  },
  {
    // On a request: what `default_response` chooses is among the options, and nothing twice.
    keyword: "x-hitl-default-is-option",
    schemaType: "boolean",
    validate: (_, request) => {
      const { config, fallback } = partsOf(request);
      const options = knownOptions(config.options);
      if (options === undefined) return true;
      const choices = (Array.isArray(fallback) ? fallback : [fallback]).filter(isPlainText);
      const found = choices.map((choice) => findOption(options, choice)?.option);
      return !found.includes(undefined) && new Set(found).size === found.length;
    },
  },
  {
    // On a request: a list in `default_response` is not longer than `max_selections`.
    keyword: "x-hitl-default-within-selections",
    schemaType: "boolean",
    validate: (_, request) => {
      const { config, fallback } = partsOf(request);
      const max = numberAt(config, ["max_selections"], undefined);
      return !Array.isArray(fallback) || max === undefined || max < 1 || fallback.length <= max;
    },
  },
  {
    // On a request: a number in `default_response` is one that reviewers could give.
    keyword: "x-hitl-default-in-bounds",
    schemaType: "boolean",
    validate: (_, request) => {
      const { config, fallback, type } = partsOf(request);
      const name = isResponseType(type) ? ANSWER_BOUNDS[type] : undefined;
      if (name === undefined || typeof fallback !== "number") return true;
      const bounds = boundsOf(name, config);
      return !areOrdered(name, bounds) || isWithin(bounds, fallback);
    },
  },
  {
    // On a request: a negative number in `default_response` is allowed.
    keyword: "x-hitl-default-sign",
    schemaType: "boolean",
    validate: (_, request) => {
      const { config, fallback } = partsOf(request);
      if (typeof fallback !== "number" || fallback >= 0) return true;
      return config.allow_negative === true || isMapped(config.allow_negative);
    },
  },
];

function partsOf(request: unknown): {
  readonly type: unknown;
  readonly config: Readonly<Record<string, unknown>>;
  readonly fallback: unknown;
} {
  const { response_type: type, response_config: config, default_response: fallback } = isObject(request) ? request : {};
  return { type, config: isObject(config) ? config : {}, fallback };
}

const isMapped = (value: unknown): boolean => typeof value === "string" && hasMapping(value);
const isPlainText = (value: unknown): value is string => typeof value === "string" && !hasMapping(value);

const isKnown = (option: Option): boolean =>
  !isMapped(option) && !(typeof option === "object" && (isMapped(option.value) || isMapped(option.label)));

/** The options when all of them are well-formed and none is mapped. */
function knownOptions(options: unknown): readonly Option[] | undefined {
  if (!Array.isArray(options) || options.length === 0) return undefined;
  return options.every((option) => isOption(option) && isKnown(option)) ? (options as readonly Option[]) : undefined;
}
