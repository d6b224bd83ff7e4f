// What JSON Schema cannot say about a review request, because it compares one field with another: keywords for ajv,
// used in `schemas/hitl-request.schema.json`. Validators that do not know them pass over them.

import { hasMapping } from "../../iml/scan.ts";
import { isObject } from "../../util/is-object.ts";
import { type BoundName, boundsOf, crossedBounds, isWithin, numberAt } from "./bounds.ts";
import { answerValue, findOption, isOption, type Option } from "./contract.ts";

/** A keyword as `ajv.addKeyword` takes it. What a mapping decides at run time passes. */
interface HitlKeyword {
  readonly keyword: `x-hitl-${string}`;
  /** `string`: the keyword's value names a pair of bounds. `boolean`: its value is `true`. */
  readonly schemaType: "boolean" | "string";
  readonly validate: (parameter: string | boolean, data: unknown) => boolean;
}

type Config = Readonly<Record<string, unknown>>;

export const hitlKeywords: readonly HitlKeyword[] = [
  {
    // On a `response_config`: the lower bound is not above the upper one.
    keyword: "x-hitl-ordered",
    schemaType: "string",
    validate: (name, config) => !isObject(config) || crossedBounds(name as BoundName, config) === undefined,
  },
  {
    // On `options`: no two of them give the same answer.
    keyword: "x-hitl-distinct-answers",
    schemaType: "boolean",
    validate: (_, options) => {
      const answers = Array.isArray(options) ? options.filter(isOption).map(answerValue).filter(isPlainText) : [];
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
    validate: onDefault((config, answer) => {
      const options = knownOptions(config.options);
      const choices = (Array.isArray(answer) ? answer : [answer]).filter(isPlainText);
      const found = options && choices.map((choice) => findOption(options, choice)?.option);
      return found === undefined || (!found.includes(undefined) && new Set(found).size === found.length);
    }),
  },
  {
    // On a request: a list in `default_response` is not longer than `max_selections`.
    keyword: "x-hitl-default-within-selections",
    schemaType: "boolean",
    validate: onDefault((config, answer) => {
      const max = numberAt(config, ["max_selections"], undefined);
      return !Array.isArray(answer) || max === undefined || max < 1 || answer.length <= max;
    }),
  },
  {
    // On a request: a number in `default_response` keeps the bounds.
    keyword: "x-hitl-default-in-bounds",
    schemaType: "string",
    validate: onDefault((config, answer, name) => {
      if (typeof answer !== "number" || crossedBounds(name as BoundName, config) !== undefined) return true;
      return isWithin(boundsOf(name as BoundName, config), answer);
    }),
  },
  {
    // On a request: a negative number in `default_response` is allowed.
    keyword: "x-hitl-default-sign",
    schemaType: "boolean",
    validate: onDefault(({ allow_negative: allows }, answer) => {
      return typeof answer !== "number" || answer >= 0 || allows === true || isMapped(allows);
    }),
  },
];

/** Looks at a request's default beside its configuration. */
function onDefault(
  validate: (config: Config, answer: unknown, parameter: string | boolean) => boolean,
): HitlKeyword["validate"] {
  return (parameter, request) => {
    if (!isObject(request) || !isObject(request.response_config)) return true;
    return validate(request.response_config, request.default_response, parameter);
  };
}

const isMapped = (value: unknown): boolean => typeof value === "string" && hasMapping(value);
const isPlainText = (value: unknown): value is string => typeof value === "string" && !hasMapping(value);

/** The options when all of them are well-formed and none is mapped. */
function knownOptions(options: unknown): readonly Option[] | undefined {
  if (!Array.isArray(options) || options.length === 0 || !options.every(isOption)) return undefined;
  const isKnown = (option: Option): boolean =>
    typeof option === "string" ? !isMapped(option) : !isMapped(option.value) && !isMapped(option.label);
  return options.every(isKnown) ? options : undefined;
}
