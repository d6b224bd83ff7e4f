// What HITL.sh accepts as a request for human review (`POST /v1/api/loops/{loop}/requests`). Its documentation changed
// several times, and its pages contradict each other; where they do, a remark says which side is taken here.

import { isObject } from "../../util/is-object.ts";

export interface Limits {
  readonly min: number;
  readonly max: number;
}

/** Characters. One troubleshooting page allows 10,000; the reference, the OpenAPI file and the API's error say 2,000. */
export const REQUEST_TEXT_LENGTH: Limits = { min: 1, max: 2_000 };
/** For a request that is time-sensitive: one minute to one day. */
export const TIMEOUT_SECONDS: Limits = { min: 60, max: 86_400 };
/** The reference ends at one day here too; published examples of deferred requests use up to 30. */
export const DEFERRED_TIMEOUT_SECONDS: Limits = { min: 60, max: 2_592_000 };
export const OPTION_COUNT: Limits = { min: 1, max: 20 };
/** Reviewers answer on their phones; the guides recommend no more. */
export const OPTIONS_ON_A_PHONE = 10;
export const OPTION_VALUE_LENGTH = 100;
export const OPTION_LABEL_LENGTH = 200;
/** `max_length` of a text answer. */
export const ANSWER_LENGTH: Limits = { min: 1, max: 5_000 };
export const DECIMAL_PLACES: Limits = { min: 0, max: 10 };
export const BOOLEAN_LABEL_LENGTH = 100;
/** With one key. A page of the first generation speaks of a thousand a minute. */
export const CALLS_PER_HOUR = 100;

export const PROCESSING_TYPES = ["time-sensitive", "deferred"] as const;
export const PRIORITIES = ["low", "medium", "high", "critical"] as const;
/** No page lists a value for Make; see the rule `hitl/platform-make-undocumented`. */
export const PLATFORMS = ["api", "mobile", "n8n", "web_portal", "webhook", "zapier"] as const;

export const CONTENT_TYPES = ["markdown", "image"] as const;
/** Only the later pages have these. */
export const NEWER_CONTENT_TYPES = ["file", "video", "audio"] as const;
/** The field that holds the address of what is reviewed, by content type. */
export const MEDIA_URLS: Readonly<Record<string, string>> = {
  image: "image_url",
  file: "file_url",
  video: "video_url",
  audio: "audio_url",
};

/** Make's page lists these six; some pages leave `boolean` out. */
export const RESPONSE_TYPES = ["text", "single_select", "multi_select", "rating", "number", "boolean"] as const;
/** Only the later pages have it. */
export const NEWER_RESPONSE_TYPES = ["editable_text"] as const;
export type ResponseType = (typeof RESPONSE_TYPES)[number] | (typeof NEWER_RESPONSE_TYPES)[number];

export const isResponseType = (value: unknown): value is ResponseType =>
  [...RESPONSE_TYPES, ...NEWER_RESPONSE_TYPES].some((type) => type === value);

/** Besides `default_response`, which has a rule of its own. */
export const REQUIRED_FIELDS: readonly string[] = [
  "processing_type",
  "type",
  "priority",
  "request_text",
  "response_type",
  "response_config",
  "platform",
];

/** Every field of the request's body that some page or a client of the vendor names. */
export const REQUEST_FIELDS: readonly string[] = [
  ...REQUIRED_FIELDS,
  "default_response",
  "timeout_seconds",
  "context",
  "callback_url",
  "platform_version",
  "tags",
  ...Object.values(MEDIA_URLS),
  "file_type",
  "file_name",
];

/** The keys of `response_config` by response type, in the spelling of the response types' own pages. */
export const CONFIG_KEYS: Readonly<Record<ResponseType, readonly string[]>> = {
  text: ["max_length", "min_length", "placeholder", "guidelines"],
  single_select: ["options", "allow_other", "randomize_order"],
  multi_select: ["options", "max_selections", "min_selections", "allow_other", "randomize_order"],
  rating: ["scale_max", "scale_min", "scale_step", "labels"],
  number: [
    "max_value",
    "min_value",
    "decimal_places",
    "allow_negative",
    "prefix",
    "suffix",
    "placeholder",
    "step",
    "unit",
    "validation_message",
  ],
  boolean: ["true_label", "false_label", "true_color", "false_color", "default_value"],
  editable_text: ["draft_text", "max_length", "min_length", "placeholder"],
};

/** Keys that every type has. `prompt` is documented nowhere, but the vendor's own n8n node sends it. */
const COMMON_CONFIG_KEYS: readonly string[] = ["required", "prompt"];

/** Other spellings on older pages and in the vendor's n8n node, with the key that they stand for. */
export const CONFIG_ALIASES: Partial<Readonly<Record<ResponseType, Readonly<Record<string, string>>>>> = {
  rating: {
    min: "scale_min",
    max: "scale_max",
    min_value: "scale_min",
    max_value: "scale_max",
    step: "scale_step",
  },
  number: { min: "min_value", max: "max_value" },
};

/** Keys of any type that hold `true` or `false`. */
export const BOOLEAN_CONFIG_KEYS: readonly string[] = [
  "required",
  "allow_negative",
  "allow_other",
  "randomize_order",
  "default_value",
];

/** A key and its other spellings. */
export function spellingsOf(type: ResponseType, key: string): readonly string[] {
  const aliases = Object.entries(CONFIG_ALIASES[type] ?? {}).filter(([, canonical]) => canonical === key);
  return [key, ...aliases.map(([alias]) => alias)];
}

/** What a key is to the `response_config` of a type. */
type ConfigKeyUse =
  | { readonly kind: "own" }
  /** Another spelling of one of its keys. */
  | { readonly kind: "alias"; readonly of: string }
  /** A key of other types. */
  | { readonly kind: "foreign"; readonly types: readonly ResponseType[] }
  | { readonly kind: "unknown" };

export function configKeyUse(type: ResponseType, key: string): ConfigKeyUse {
  if (CONFIG_KEYS[type].includes(key) || COMMON_CONFIG_KEYS.includes(key)) return { kind: "own" };
  const alias = CONFIG_ALIASES[type]?.[key];
  if (alias !== undefined) return { kind: "alias", of: alias };
  const types = (Object.keys(CONFIG_KEYS) as ResponseType[]).filter((other) => CONFIG_KEYS[other].includes(key));
  return types.length > 0 ? { kind: "foreign", types } : { kind: "unknown" };
}

/** An address with a scheme and a host. */
export const ABSOLUTE_URL = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^\s/?#]\S*$/;
/** How HITL.sh writes the ids of loops and requests. */
export const OBJECT_ID = /^[0-9a-fA-F]{24}$/;
export const HEX_COLOR = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;

/** Characters as a person counts them, not UTF-16 units. */
export const lengthOf = (text: string): number => [...text].length;

/** One answer of a select: its text, or a value with the text that reviewers see. */
export type Option = string | { readonly value: string; readonly label: string };

export const isOption = (item: unknown): item is Option =>
  isText(item) || (isObject(item) && isText(item.value) && isText(item.label));

const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";

/** What comes back when a reviewer picks the option. From a text HITL.sh makes it: `Needs Review` → `needs_review`. */
export const answerValue = (option: Option): string => (typeof option === "string" ? slug(option) : option.value);

/** What reviewers see of an option. */
export const optionLabel = (option: Option): string => (typeof option === "string" ? option : option.label);

const slug = (text: string): string => text.toLowerCase().replaceAll(" ", "_");

/** Every answer that a select with this `response_config` can give. Malformed options give none. */
export function optionValues(config: unknown): readonly string[] {
  const options = isObject(config) ? config.options : undefined;
  return Array.isArray(options) ? options.filter(isOption).map(answerValue) : [];
}

/**
 * The option that a text names, as HITL.sh publishes it both ways: by its value, or, with options that are texts, by
 * the text itself. `label` tells that only the label of an option with a value of its own fits.
 */
export function findOption(
  options: readonly Option[],
  text: string,
): { readonly option: Option; readonly by: "value" | "label" } | undefined {
  const wanted = slug(text);
  const byValue =
    options.find((option) => answerValue(option) === text) ??
    options.find((option) => slug(answerValue(option)) === wanted);
  if (byValue !== undefined) return { option: byValue, by: "value" };
  const byLabel = options.find((option) => typeof option === "object" && slug(option.label) === wanted);
  return byLabel === undefined ? undefined : { option: byLabel, by: "label" };
}
